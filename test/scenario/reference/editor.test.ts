import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { declaredNames } from '../../../src/scenario/reference/declared-names.ts';
import { scenarioJsonSchema } from '../../../src/scenario/reference/json-schema.ts';
import { TIMELINE_VERBS } from '../../../src/scenario/verbs/timeline-verbs.ts';
import { SCENARIO_FOLDER, shipped, shippedNames, textOf } from '../../scenarios/shipped.ts';
import { LanguageServer } from './language-server.ts';

/** What an editor with the schema shows, asked of the server that editors ask. */

const ESTATE = `networks:
  core: {}
keys:
  k: { type: kms, group: client }
hosts:
  h: { network: core, os: server-2008-standard, key: k }
machines:
  desks: { os: vista-business, network: core, count: 2 }
`;

const folder = mkdtempSync(join(tmpdir(), 'vasim-schema-'));
let server: LanguageServer;

function schemaFile(name: string, schema: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(schema));
  return pathToFileURL(path).href;
}

beforeAll(async () => {
  const named = declaredNames(shipped('03-branch-offices').resolved);
  server = await LanguageServer.start({
    [schemaFile('scenario.schema.json', scenarioJsonSchema())]: 'scenario.yaml',
    [schemaFile('names.schema.json', scenarioJsonSchema(named))]: 'names.yaml',
  });
});

afterAll(() => {
  server.stop();
  rmSync(folder, { recursive: true });
});

async function offered(marked: string, name?: string): Promise<string[]> {
  return (await server.complete(marked, name)).map(({ label }) => label);
}

async function wrong(text: string, address?: string): Promise<string[]> {
  const found = await server.diagnose(text, address);
  return found.map(({ range: { start }, message }) => `${start.line + 1}:${start.character + 1} ${message}`);
}

/** Of a shipped scenario, whose first line names the schema in its folder. */
function addressOf(name: string): string {
  return pathToFileURL(join(SCENARIO_FOLDER, `${name}.yaml`)).href;
}

describe('hovers', () => {
  test('say what a key means, its default, its values and examples', async () => {
    const method = await server.hover(
      'machines:\n  a: { os: vista-business, network: core, meth|od: mak }\n',
    );
    expect(method).toContain('`mak` each machine with Microsoft');
    expect(method).toContain('Default: `kms`');
    expect(method).toContain('* `mak-proxy`');
    expect(method).not.toContain('null');
    const interval = await server.hover('policy:\n  renewal|Interval: 3 d\n');
    expect(interval).toContain('Planning Guide, KMS Activation Renewal');
    expect(interval).toContain('Default: `7 d`');
    expect(interval).toContain('Example:\n\n```yaml\n90 min\n```');
    expect(await server.hover(`${ESTATE}timeline:\n  - { at: 3 d, do|wn: h }\n`)).toMatch(
      /^#### down: a host, zone, .* answers nothing\n\nWhat answers nothing/,
    );
  });
});

describe('completion', () => {
  test('offers every verb of the timeline with what it does, and writes what the verb needs', async () => {
    const items = await server.complete(`${ESTATE}timeline:\n  - |\n`);
    const titled = items.filter(({ label }) => label.includes(': '));
    expect(titled.map(({ label }) => label.split(':')[0])).toEqual(Object.keys(TIMELINE_VERBS));
    const relocate = titled.find(({ label }) => label.startsWith('relocate'));
    expect(relocate?.textEdit?.newText).toBe('at: $1\n  relocate: $2\n  network: $3');
  });

  test('offers what a file may have, and null only where it removes something', async () => {
    expect(await offered('|')).not.toContain('null');
    expect(await offered('ma|')).toEqual(expect.arrayContaining(['machines', 'timeline', 'policy']));
    const systems = 'machines:\n  a:\n    os: |\n';
    const methods = 'machines:\n  a:\n    method: |\n';
    expect(await offered(systems)).toContain('server-2008-web');
    expect(await offered(systems)).not.toContain('null');
    expect(await offered(methods)).toEqual(expect.arrayContaining(['kms', 'mak', 'mak-proxy', 'none']));
    expect(await offered(`extends: ./base.yaml\n${methods}`)).toContain('null');
    expect(await offered(`extends: ./base.yaml\n${systems}`)).not.toContain('null');
    expect(await offered(`designs:\n  wide:\n    ${methods.replaceAll('\n', '\n    ')}`)).toContain(
      'mak-proxy',
    );
  });

  test('offers the names of a scenario with the schema that is made of it', async () => {
    const networks = await offered('machines:\n  a:\n    network: |\n', 'names');
    expect(networks).toEqual(['core', 'site-a', 'site-b', 'site-c']);
    expect(await offered('timeline:\n  - at: 3 d\n    down: |\n', 'names')).toEqual(
      expect.arrayContaining(['microsoft', 'kms-1', 'wan-c', 'corp.example']),
    );
  });
});

describe('diagnostics', () => {
  test('say what to write instead of a wrong value', async () => {
    const mistakes = {
      'duration: 3 months': '9:11 expected a duration such as `90 min`, `2 h`',
      'duration: 3': '9:11 expected a duration such as',
      'start: 3 March': '9:8 expected a date such as `2008-03-03`',
      'policy: { vistaThreshold: many }': '9:27 expected a whole number',
      'timeline: [{ at: 3 x, down: h }]': '9:18 expected a point in time such as `40 d`',
      'timeline: [{ at: 3 d, validate: desks, result: maybe }]': '9:48 expected `genuine` or `non-genuine`',
      'vamt: { 12: { network: core, every: 7 d } }': '9:9 a name is 1 to 64 visible characters',
      'links: { wan: { from: core, to: null } }': '9:33 expected the name of a network',
    };
    const said = Object.keys(mistakes).map(
      async (line) => [line, await wrong(`${ESTATE}${line}\n`)] as const,
    );
    expect(Object.fromEntries(await Promise.all(said))).toEqual(
      Object.fromEntries(
        Object.entries(mistakes).map(([line, message]) => [line, [expect.stringContaining(message)]]),
      ),
    );
  });

  test('are none in any scenario that vasim is shipped with', async () => {
    const found = await Promise.all(
      shippedNames().map(async (name) => [name, await wrong(textOf(name), addressOf(name))] as const),
    );
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter(([, problems]) => problems.length > 0)).toEqual([]);
  });
});
