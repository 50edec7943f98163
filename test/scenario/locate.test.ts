import { describe, expect, test } from 'vitest';
import { lineOf } from '../../src/text/source.ts';
import { MAIN, scenarioOf } from './in-memory.ts';

const BASE = `networks:
  core: { dns: corp.example }
dns:
  corp.example: { network: core }
`;
const TOP = `extends: base.yaml
networks:
  lab: {}
timeline:
  - at: 1 d
    down: corp.example
`;

function placeOf(
  path: string | (string | number)[],
  overrides: { path: string; value: string }[] = [],
): string {
  const scenario = scenarioOf({ [MAIN]: TOP, 'base.yaml': BASE }, { overrides });
  const { source, start, end } = scenario.locate(path);
  return `${source.file}:${lineOf(source, start)} ${source.text.slice(start, end)}`;
}

describe('where a scenario says something', () => {
  test.each([
    ['networks.core.dns', 'base.yaml:2 corp.example'],
    ['dns.corp.example.network', 'base.yaml:4 core'],
    ['timeline.0.down', 'main.yaml:6 corp.example'],
    ['networks.lab', 'main.yaml:3 {}'],
  ])('is the place of the value: %s', (path, place) => {
    expect(placeOf(path)).toBe(place);
  });

  test('is the place of the innermost key that is written, for a default', () => {
    expect(placeOf('networks.lab.internet')).toBe('main.yaml:3 lab');
    expect(placeOf('policy.renewalInterval')).toMatch(/^main\.yaml:1 extends/);
  });

  test('can be asked with keys and indexes', () => {
    expect(placeOf(['timeline', 0, 'at'])).toBe('main.yaml:5 1 d');
  });

  test('is the option that overrides the file', () => {
    const overrides = [{ path: 'networks.lab.internet', value: 'true' }];
    expect(placeOf('networks.lab.internet', overrides)).toMatch(/^--set networks\.lab\.internet:1 /);
  });
});
