import { describe, expect, test } from 'vitest';
import { errorsOf, scenarioOf } from './in-memory.ts';

describe('YAML', () => {
  test.each<[what: string, text: string, errors: string[]]>([
    ['an empty file', '', ['1:1 the file is empty']],
    ['a file of comments', '# nothing\n', ['1:1 the file is empty']],
    ['a list', '- 1\n', ['1:1 a scenario is a map of keys such as `networks` and `machines`, not a list']],
    ['a text', 'hello\n', ['1:1 a scenario is a map of keys such as `networks` and `machines`, not `hello`']],
    ['a binary file', 'a\0b', ['1:1 this is not a text file: it contains NUL characters']],
    [
      'a second document',
      'title: a\n---\ntitle: b\n',
      ['2:1 a file holds one scenario, and a second document begins here'],
    ],
    [
      'keys that stand twice',
      'title: a\nstart: 2008-01-01\n"title": b\n',
      ['3:1 the key `title` is written twice'],
    ],
    [
      'a merge key',
      'policy: { <<: 1 }\n',
      ['1:11 merge keys are not part of the language; start from another file with `extends`'],
    ],
    ['a key that is a list', 'policy: { [a]: 1 }\n', ['1:9 expected a name as the key']],
    ['a key that is nothing', 'policy: { : 1 }\n', ['1:10 expected a name as the key']],
    ['`__proto__`', '__proto__: { a: 1 }\n', ['1:1 `__proto__` cannot be a key']],
    ['`constructor`', 'machines: { constructor: { a: 1 } }\n', ['1:13 `constructor` cannot be a key']],
    ['an alias of what it stands in', 'policy: &a { b: *a }\n', ['1:17 alias `a` refers to itself']],
    ['a tag of its own', 'title: !secret x\n', ['1:8 tags are not part of the language']],
    ['a binary value', 'title: !!binary aGk=\n', ['1:8 tags are not part of the language']],
  ])('refuses %s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  test('is told about with line and column when it is broken', () => {
    expect(errorsOf('title: "a\n')).toEqual([
      '1:8 the quote is not closed on its line; add `"` at the end of the text',
    ]);
    expect(errorsOf('policy: { a: 1\n')[0]).toMatch(/^1:9 /);
  });

  test('shares what an anchor marks', () => {
    const { parameters } = scenarioOf(`
networks: { a: {}, b: {} }
machines:
  one: &like { count: 1, os: vista-business, network: a }
  two: *like
`);
    expect(parameters.groups.get('two')).toEqual(parameters.groups.get('one'));
  });

  test('bounds how many aliases there are', () => {
    const aliases = Array.from({ length: 101 }, () => '*a').join(', ');
    expect(errorsOf(`title: &a x\ntimeline: [${aliases}]`)).toEqual(['2:412 a file has at most 100 aliases']);
  });

  test('bounds what aliases stand for', () => {
    const lines = [...'bcdefg'].map((name, index) => {
      const before = 'abcdefg'[index];
      return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(', ')}]`;
    });
    expect(errorsOf(`a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n${lines.join('\n')}`)).toEqual([
      expect.stringMatching(/aliases repeat more than 100,000 values$/),
    ]);
  });

  test.each([
    ['brackets', '['.repeat(100_000)],
    ['brackets that close', `a: ${'['.repeat(60)}${']'.repeat(60)}`],
    ['maps', '{a: '.repeat(60)],
    ['lists of lists', `${'- '.repeat(60)}x`],
    ['blocks', Array.from({ length: 60 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
  ])('refuses %s that are too deep, before they cost time', (_, text) => {
    expect(errorsOf(text)).toEqual([
      expect.stringMatching(/ maps and lists are nested more than 50 levels deep$/),
    ]);
  });

  test('counts the depth of a list at its key, and of an alias where it is used', () => {
    const list = Array.from({ length: 30 }, (_, i) => `${' '.repeat(2 * i)}- a:`).join('\n');
    expect(errorsOf(list)).toEqual([expect.stringMatching(/more than 50 levels deep$/)]);
    const deep = `${'['.repeat(40)}${']'.repeat(40)}`;
    expect(errorsOf(`a: &a ${deep}\nb: ${'['.repeat(20)}*a${']'.repeat(20)}`)).toEqual([
      expect.stringMatching(/more than 50 levels deep$/),
    ]);
  });

  test('may have texts and comments of any shape', () => {
    const steps = Array.from({ length: 80 }, (_, index) => `  ${' '.repeat(index)}- {[ step ${index}`).join(
      '\n',
    );
    expect(errorsOf(`description: |\n${steps}\ntitle: x\n`)).toEqual([]);
    expect(errorsOf(`title: x\n${steps.replaceAll(/- .*/g, '# note')}\n`)).toEqual([]);
    expect(errorsOf(`title: "x\n${steps}"\n`)).toEqual([]);
  });

  test('may have Windows line ends, a byte order mark and be JSON', () => {
    expect(scenarioOf('\uFEFFtitle: a\r\nduration: 5 d\r\n').parameters.duration).toBe(7200);
    expect(scenarioOf('{"title": "a", "duration": "5 d"}').parameters.duration).toBe(7200);
    expect(errorsOf('title: a\r\nduration: 5\r\n')).toEqual([
      '2:11 expected a duration, and `5` has no unit; write `5 min`, `5 h` or `5 d`',
    ]);
  });

  test('takes a key that is a number by its text', () => {
    expect(errorsOf('networks: { a: { 007: 1 } }')).toEqual([
      '1:18 unknown key `007`; known: `dns`, `internet`',
    ]);
  });
});
