import { describe, expect, test } from 'vitest';
import { errorsOf, scenarioOf } from './in-memory.ts';

describe('the size of a scenario', () => {
  test('is bounded in entries of a collection', () => {
    const networks = (count: number) =>
      `networks:\n${Array.from({ length: count }, (_, index) => `  n${index}: {}`).join('\n')}\n`;
    expect(errorsOf(networks(10_000))).toEqual([]);
    expect(errorsOf(networks(10_001))).toEqual(['2:3 a map or list has at most 10,000 entries']);
  });

  test('is bounded in entries of the timeline', () => {
    const entries = Array.from({ length: 10_001 }, () => '{ at: 1 d, down: internet }').join(', ');
    expect(errorsOf(`timeline: [${entries}]`)).toEqual(['1:11 a map or list has at most 10,000 entries']);
  });

  test('is bounded in the length of texts', () => {
    expect(errorsOf(`title: ${'x'.repeat(10_000)}`)).toEqual([]);
    expect(errorsOf(`title: ${'x'.repeat(10_001)}`)).toEqual(['1:8 a text has at most 10,000 characters']);
  });

  test('is not bounded so in names of machines', () => {
    const names = Array.from({ length: 10_001 }, (_, index) => `pc${index}`).join(', ');
    const text = `networks: { a: {} }\nmachines: { g: { os: vista-business, network: a, names: [${names}] } }`;
    expect(scenarioOf(text).parameters.groups.get('g')?.count).toBe(10_001);
  });
});
