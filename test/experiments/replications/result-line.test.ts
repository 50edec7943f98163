import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseResultLine, resultLine } from '../../../src/experiments/replications/result-line.ts';
import { resultOf } from './results.ts';

const KEPT = { design: 'a'.repeat(64), replication: 12, result: resultOf(0.1) };
const LINE = resultLine(KEPT);

describe('a line with a result', () => {
  test('is one line and gives the result back, to the last digit', () => {
    expect(LINE).not.toContain('\n');
    expect(parseResultLine(LINE)).toMatchObject(KEPT);
  });

  test('is not believed when it is cut short', () => {
    for (let length = 0; length < LINE.length; length += 1)
      expect(parseResultLine(LINE.slice(0, length))).toBeNull();
  });

  test('is not believed when any character of it was changed', () => {
    const change = fc.record({ at: fc.nat(LINE.length - 1), to: fc.string({ minLength: 1, maxLength: 1 }) });
    fc.assert(
      fc.property(change, ({ at, to }) => {
        fc.pre(LINE[at] !== to);
        expect(parseResultLine(`${LINE.slice(0, at)}${to}${LINE.slice(at + 1)}`)).toBeNull();
      }),
    );
  });

  test('is not believed, whatever its checksum, when it holds something else', async () => {
    const { createHash } = await import('node:crypto');
    const signed = (content: string) => `${createHash('sha256').update(content).digest('hex')} ${content}`;
    const { figures, bands } = KEPT.result;
    const good = { design: KEPT.design, replication: 12, figures, bands };
    expect(parseResultLine(signed(JSON.stringify(good)))).not.toBeNull();
    const bad = [
      { ...good, design: 1 },
      { ...good, replication: -1 },
      { ...good, replication: 0.5 },
      { ...good, figures: { machines: 'many' } },
      { ...good, figures: [1] },
      { ...good, bands: { licensed: [1], ended: [1, 2] } },
      { ...good, bands: null },
      [],
      'text',
    ];
    for (const content of bad) expect(parseResultLine(signed(JSON.stringify(content)))).toBeNull();
    expect(parseResultLine(signed('{"design":'))).toBeNull();
  });
});
