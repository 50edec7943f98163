import { afterAll, describe, expect, test } from 'vitest';
import { RENEWING, readFingerprints, renewFingerprints } from './fingerprints.ts';
import { headComment } from './head-comment.ts';
import { fingerprint, type MemoryRun, runInMemory } from './run-in-memory.ts';
import { settings, shipped, shippedNames, textOf } from './shipped.ts';

const NAMES = shippedNames();
const runs = new Map<string, MemoryRun>();

/** The run of a shipped scenario as it stands; each is run once. */
function runOf(name: string): MemoryRun {
  const run = runs.get(name) ?? runInMemory(shipped(name));
  runs.set(name, run);
  return run;
}

describe.each(NAMES)('the shipped scenario %s', (name) => {
  test('meets all its expectations, and has some', () => {
    expect(runOf(name).failedExpectations).toEqual([]);
    expect(shipped(name).expectations.length).toBeGreaterThanOrEqual(3);
  });

  test('has a title of its own and a head comment that asks, explains, names its source and suggests', () => {
    const text = textOf(name);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./scenario.schema.json');
    expect(text).toMatch(/^title: ./m);
    const { question, expect: explanation, source, tries } = headComment(text);
    expect(question).toMatch(/\?$/);
    expect(explanation.length).toBeGreaterThan(100);
    expect(source).not.toBe('');
    expect(tries.length).toBeGreaterThan(0);
  });

  test('suggests changes that can be made and change what happens', () => {
    const before = fingerprint(runInMemory(shipped(name), { events: 'none' }));
    for (const words of headComment(textOf(name)).tries) {
      const changed = runInMemory(shipped(name, settings(...words)), { events: 'none' });
      expect(fingerprint(changed), words.join(' ')).not.toEqual(before);
    }
  });

  test.skipIf(RENEWING)('gives what its fingerprint says, and the fingerprint says why', () => {
    const { [name]: known } = readFingerprints();
    expect(known, 'fingerprints.ts says how to make the missing entry').toBeDefined();
    expect(known.why).toMatch(/^.{20,}\.$/);
    expect(fingerprint(runOf(name)), 'fingerprints.ts says how to renew it if this is meant').toEqual(
      known.sha256,
    );
  });

  test('gives the same bytes again', () => {
    const again = runInMemory(shipped(name));
    expect([...again.tables]).toEqual([...runOf(name).tables]);
    expect(again.summary).toEqual(runOf(name).summary);
  });
});

test('scenarios are shipped, and their titles differ', () => {
  expect(NAMES.length).toBeGreaterThan(0);
  expect(new Set(NAMES.map((name) => shipped(name).title)).size).toBe(NAMES.length);
});

test.skipIf(RENEWING)('no fingerprint is left of a scenario that is not shipped any more', () => {
  expect(Object.keys(readFingerprints())).toEqual(NAMES);
});

afterAll(() => {
  if (RENEWING) renewFingerprints(new Map(NAMES.map((name) => [name, fingerprint(runOf(name))])));
});
