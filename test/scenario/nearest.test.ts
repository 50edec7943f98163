import { describe, expect, test } from 'vitest';
import { alternatives, nearest, suggestion } from '../../src/text/nearest.ts';

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
    expect(suggestion('printers', [])).toBe('; there is none');
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
