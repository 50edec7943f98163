import { describe, expect, test, vi } from 'vitest';
import { countsChart } from '../../../src/charts/counts-chart.ts';
import { thresholdsOf } from '../../../src/charts/thresholds.ts';
import type { Rule } from '../../../src/model/definitions/rule.ts';
import { PUBLISHED_RULES } from '../../../src/model/definitions/rules.ts';
import { wholeJsonSchema } from '../../../src/scenario/reference/json-schema.ts';
import { languageReference } from '../../../src/scenario/reference/language-reference.ts';
import { annotationsOf } from '../../charts/looks.ts';
import { hostOf, runOf } from '../../charts/sample-series.ts';
import { scenarioOf } from '../../scenario/in-memory.ts';
import { trace } from '../trace.ts';

/**
 * A generation that never was, Windows Tomorrow, is added here as one would be: by rows of the tables of rules,
 * key groups, families and systems, and by nothing else.
 */
vi.mock(import('../../../src/model/definitions/rules.ts'), async (importOriginal) => {
  const original = await importOriginal();
  const row = { meaning: 'Of Windows Tomorrow.', source: 'Made up' };
  const rows: Record<string, Rule> = {
    tomorrowThreshold: { ...row, value: 7, unit: 'count', range: [1, 100] },
    tomorrowInitialGrace: { ...row, value: 0, unit: 'minutes', range: [0, 1_000_000] },
    tomorrowGraceAfterExpiry: { ...row, value: 10_080, unit: 'minutes', range: [0, 1_000_000] },
    tomorrowRearms: { ...row, value: 1001, unit: 'count' },
    tomorrowCountsVirtual: { ...row, value: true, unit: 'switch' },
  };
  const RULES = { ...original.RULES, ...rows };
  return { ...original, RULES, PUBLISHED_RULES: original.publishedValues(RULES) };
});

vi.mock(import('../../../src/model/definitions/key-groups.ts'), async (importOriginal) => {
  const original = await importOriginal();
  // Its key serves its own generation and Vista, but no server: key groups are no ladder.
  const rows = { tomorrow: { members: 'Windows Tomorrow', serves: ['client', 'tomorrow'] } };
  return { ...original, KEY_GROUPS: { ...original.KEY_GROUPS, ...rows } };
});

vi.mock(import('../../../src/model/definitions/families.ts'), async (importOriginal) => {
  const original = await importOriginal();
  return { ...original, FAMILIES: { ...original.FAMILIES, tomorrow: { title: 'Windows Tomorrow' } } };
});

vi.mock(import('../../../src/model/definitions/systems.ts'), async (importOriginal) => {
  const original = await importOriginal();
  const rows = {
    'tomorrow-pro': {
      title: 'Windows Tomorrow Pro',
      family: 'tomorrow',
      initialGrace: 'tomorrowInitialGrace',
      graceAfterExpiry: 'tomorrowGraceAfterExpiry',
      endState: original.SYSTEMS['vista-business-sp1'].endState,
      client: {
        keyGroup: 'tomorrow',
        threshold: 'tomorrowThreshold',
        rearms: 'tomorrowRearms',
        validatedOnline: false,
      },
      host: { serves: ['client', 'tomorrow'], countsVirtual: 'tomorrowCountsVirtual' },
    },
  };
  return { ...original, SYSTEMS: { ...original.SYSTEMS, ...rows } };
});

const scenario = (machines: string, more = '') =>
  scenarioOf({
    'main.yaml': `
duration: 1 d
networks: { core: { dns: corp, internet: true } }
dns: { corp: { network: core } }
keys: { key: { type: kms, group: tomorrow } }
hosts: { kms-1: { network: core, os: tomorrow-pro, key: key, online: 1 h } }
machines:
  pc: { os: tomorrow-pro, network: core, ${machines} }
${more}`,
  }).parameters;

const summary = (lines: ReturnType<typeof trace>['lines'], subject: string) =>
  lines
    .filter((line) => line.subject === subject)
    .map((line) => `${line.minute} ${line.event} ${line.condition}`);

describe('a made-up generation of rows only', () => {
  test('begins in Notification, since it has no initial grace, and is activated by a count of 7', () => {
    const { lines, simulation } = trace(scenario('count: 7'));
    const first = summary(lines, 'pc-0001');
    expect(first[0]).toBe('0 installed Notification');
    expect(summary(lines, 'pc-0007')).toEqual([
      '0 installed Notification',
      '0 no-host Notification',
      '120 activated Licensed',
    ]);
    expect(first.at(-1)).toBe('240 activated Licensed');
    expect(simulation.estate.history.peakInEndState()).toBe(7);
  });

  test('is not activated by a count of 6', () => {
    const { lines } = trace(scenario('count: 6'));
    expect(summary(lines, 'pc-0006').at(-1)).toBe('1320 count-too-low Notification');
  });

  test('counts virtual machines at its hosts, and not under a policy that says otherwise', () => {
    const activated = (more: string) =>
      trace(scenario('count: 7, virtual: true', more)).lines.filter(({ event }) => event === 'activated')
        .length;
    expect(activated('')).toBe(7);
    expect(activated('policy: { tomorrowCountsVirtual: false }')).toBe(0);
  });

  test('has the grace after expiry of its own row', () => {
    const parameters = scenario(
      'count: 7',
      'timeline: [{ at: 5 h, down: core }]\npolicy: { activationValidity: 6 h }',
    );
    const { lines } = trace({ ...parameters, duration: 20 * 1440 });
    expect(summary(lines, 'pc-0007').filter((line) => /condition|rearmed/.test(line))).toEqual([
      `${120 + 360} condition OOTGrace`,
      `${120 + 360 + 10_080} condition Notification`,
    ]);
  });

  test('is in the policy, the JSON Schema and the reference', () => {
    const schema = JSON.stringify(wholeJsonSchema());
    expect(schema).toContain('"tomorrow-pro"');
    expect(schema).toContain('"tomorrowThreshold"');
    const reference = languageReference();
    expect(reference).toContain('`tomorrow-pro`');
    expect(reference).toContain('`tomorrow` serves `client`');
    expect(reference).toContain('policy.tomorrowInitialGrace');
  });

  test('has its threshold drawn and named in the chart of counts', () => {
    const series = {
      ...runOf(10, { hosts: [hostOf('kms-1', 10, () => 6)] }),
      clientFamilies: trace(scenario('count: 1')).simulation.estate.machines.groups.map(
        ({ system }) => system.family,
      ),
    };
    const chart = countsChart(series, thresholdsOf(PUBLISHED_RULES));
    expect(annotationsOf(chart, 'label').map(({ content }) => content)).toEqual([
      ['threshold 7:', 'Windows Tomorrow'],
    ]);
  });
});
