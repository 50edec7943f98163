import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../src/scenario/document/json.ts';
import { mergePatch } from '../../src/scenario/document/merge-patch.ts';
import { type Node, toJson } from '../../src/scenario/document/tree.ts';
import { makeSource, wholeOf } from '../../src/text/source.ts';

const range = wholeOf(makeSource('a.yaml', '', 0));

function toNode(value: JsonValue): Node {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(toNode), range };
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', value, range };
  const entries = Object.entries(value).map(
    ([name, inner]) => [name, { key: range, value: toNode(inner) }] as const,
  );
  return { kind: 'map', entries: new Map(entries), range };
}

function merged(target: JsonValue, patch: JsonValue): JsonValue {
  return toJson(mergePatch(toNode(target), toNode(patch)));
}

/** The pseudocode of RFC 7396, section 2. */
function naive(target: JsonValue, patch: JsonValue): JsonValue {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const isMap = typeof target === 'object' && target !== null && !Array.isArray(target);
  const result = isMap ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = naive(result[name] ?? null, value);
  }
  return result;
}

describe('a merge patch', () => {
  // Appendix A of RFC 7396.
  test.each<[JsonValue, JsonValue, JsonValue]>([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('lays over %j the patch %j as RFC 7396 does', (target, patch, result) => {
    expect(merged(target, patch)).toEqual(result);
  });

  test('keeps the order of entries and appends new ones', () => {
    expect(Object.keys(merged({ b: 1, a: 2 }, { c: 3, a: 4, b: 5 }) as object)).toEqual(['b', 'a', 'c']);
  });

  test('does as the pseudocode of RFC 7396 with any values', () => {
    const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom<JsonValue>(null, true, 1, 'x'),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(value, value, (target, patch) => {
        expect(merged(target, patch)).toEqual(naive(target, patch));
      }),
    );
  });
});
