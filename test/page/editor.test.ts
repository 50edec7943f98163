import { describe, expect, test } from 'vitest';
import { declarationOf, namesAt } from '../../src/page/content/editor/name-references.ts';
import { descriptionAt, keysAt, valuesAt } from '../../src/page/content/editor/schema-lookup.ts';
import { yamlContext } from '../../src/page/content/editor/yaml-context.ts';
import { scenarioJsonSchema } from '../../src/scenario/reference/json-schema.ts';
import { shipped, shippedNames, textOf } from '../scenarios/shipped.ts';

/** The context at the mark `|` of a text. */
function at(marked: string) {
  const offset = marked.indexOf('|');
  const context = yamlContext(marked.replace('|', ''), offset);
  return context === null ? null : `${context.kind} ${context.path.join('.')} <${context.word}>`;
}

describe('the context of a place', () => {
  test.each([
    ['ma|', 'key  <ma>'],
    ['title: On|', 'value title <On>'],
    ['machines:\n  desks:\n    co|', 'key machines.desks <co>'],
    ['machines:\n  desks:\n    os: vis|', 'value machines.desks.os <vis>'],
    ['machines:\n  desks: { count: 3, o|', 'key machines.desks <o>'],
    ['machines:\n  desks: { count: 3, os: |', 'value machines.desks.os <>'],
    ['machines:\n  desks: { install: { over: 3 d }, ne|', 'key machines.desks <ne>'],
    ['links:\n  wan: { from: a, to: b, allow: [kms, d|', 'value links.wan.allow.[] <d>'],
    ['timeline:\n  - { at: 3 d, down: k|', 'value timeline.[].down <k>'],
    ['timeline:\n  - at: 3 d\n    do|', 'key timeline.[] <do>'],
    ['timeline:\n  - do|', 'key timeline.[] <do>'],
    ['timeline:\n- at: 3 d\n  do|', 'key timeline.[] <do>'],
    ['networks:\n  core: {}\n\nhosts:\n  kms-1: { network: |', 'value hosts.kms-1.network <>'],
    ['title: x\n\n|', 'key  <>'],
  ])('%j is %s', (marked, expected) => {
    expect(at(marked)).toBe(expected);
  });

  test('is none in a comment', () => {
    expect(at('# machi|')).toBe(null);
    expect(at('machines: # machi|')).toBe(null);
  });

  test('is found, key by key, wherever a shipped scenario writes a key of the language', () => {
    const schema = scenarioJsonSchema();
    for (const name of shippedNames()) {
      const text = textOf(name);
      for (const { index, 1: key } of text.matchAll(/(?<=^|[{,]|- )\s*([a-zA-Z]+): /gm)) {
        const lineStart = text.lastIndexOf('\n', index) + 1;
        if (/^\s*#/.test(text.slice(lineStart))) continue;
        const start = text.indexOf(key, index);
        const context = yamlContext(text, start);
        if (context === null || context.kind !== 'key' || context.path[0] === 'designs') continue;
        const known = keysAt(schema, context.path).map((suggestion) => suggestion.text);
        if (known.length > 0) expect(known, `${name}: ${context.path.join('.')}`).toContain(key);
      }
    }
  });
});

describe('the language at a path', () => {
  const schema = scenarioJsonSchema();

  test('has its keys with what they mean, and the values that can be listed', () => {
    expect(keysAt(schema, []).map(({ text }) => text)).toContain('machines');
    expect(keysAt(schema, ['machines', 'desks']).map(({ text }) => text)).toContain('rearm');
    expect(keysAt(schema, ['timeline', '[]']).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['at', 'down', 'convert', 'retire']),
    );
    expect(valuesAt(schema, ['machines', 'desks', 'method']).map(({ text }) => text)).toContain('mak-proxy');
    expect(valuesAt(schema, ['machines', 'desks', 'virtual']).map(({ text }) => text)).toEqual([
      'true',
      'false',
    ]);
    expect(descriptionAt(schema, ['networks', 'core', 'internet'])).toContain("Microsoft's service");
  });

  test('has the names of the scenario where one is referred to', () => {
    const { resolved } = shipped('03-branch-offices');
    const names = (...path: string[]) => namesAt(resolved, path).map(({ text }) => text);
    expect(names('machines', 'c-desktops', 'network')).toEqual(['core', 'site-a', 'site-b', 'site-c']);
    expect(names('hosts', 'kms-1', 'key')).toEqual(['corp-kms', 'b-mak']);
    expect(names('timeline', '[]', 'block')).toEqual(['wan-c']);
    expect(names('timeline', '[]', 'down')).toEqual(expect.arrayContaining(['kms-1', 'microsoft']));
    expect(declarationOf(resolved, 'wan-c')).toContain('from site-c, to core');
  });
});
