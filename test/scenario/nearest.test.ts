import { describe, expect, test } from 'vitest';
import { alternatives, helpFor, nearest, SuggestionBudget, suggestion } from '../../src/text/nearest.ts';

const KNOWN = ['networks', 'links', 'hosts', 'machines'];

describe('the nearest name', () => {
  test.each([
    ['netwroks', 'networks'],
    ['host', 'hosts'],
    ['Machines', 'machines'],
    ['machnes', 'machines'],
  ])('%s means %s', (written, meant) => {
    expect(nearest(written, KNOWN)).toBe(meant);
  });

  test('is one that begins with what was written, the first of several', () => {
    const systems = ['server-2008-web', 'server-2016-standard', 'server-2016-datacenter'];
    expect(nearest('server-2016', systems)).toBe('server-2016-standard');
    expect(nearest('server-2008-wed', systems)).toBe('server-2008-web');
  });

  test('begins alike where several are as near', () => {
    expect(nearest('of', ['on', 'off'])).toBe('off');
  });

  test('is none when nothing is near', () => {
    expect(nearest('printers', KNOWN)).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });

  test('ends a message, or else the known names do', () => {
    expect(suggestion('host', KNOWN)).toBe('; did you mean `hosts`?');
    expect(suggestion('printers', KNOWN)).toBe('; known: `networks`, `links`, `hosts`, `machines`');
    expect(suggestion('printers', [])).toBe('; none exists');
  });

  test('costs no more than a budget that many suggestions share', () => {
    const long = Array.from({ length: 1000 }, (_, index) => `${'n'.repeat(59)}-${index}`);
    const written = `${'n'.repeat(50)}mmmmmmmmm-500`;
    const budget = new SuggestionBudget(100_000);
    expect(helpFor('machnes', KNOWN, budget)).toBe('did you mean `machines`?');
    for (let call = 0; call < 10; call += 1) nearest(written, long, budget);
    expect(budget.spend(0)).toBe(false);
    expect(helpFor('machnes', KNOWN, budget)).toMatch(/^known: `networks`/);
  });

  test('lists a dozen names at most', () => {
    const many = Array.from({ length: 20 }, (_, index) => `name-${index}`);
    expect(suggestion('printers', many)).toMatch(/`name-11`, \.\.\.$/);
  });
});

test('alternatives are joined by commas and "or"', () => {
  expect(alternatives(['a'])).toBe('`a`');
  expect(alternatives(['a', 'b', 'c'])).toBe('`a`, `b` or `c`');
});
