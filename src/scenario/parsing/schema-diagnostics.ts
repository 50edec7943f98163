import * as z from 'zod';
import { alternatives, helpFor, nearest } from '../../text/nearest.ts';
import { quoted } from '../../text/plain-text.ts';
import type { SourceRange } from '../../text/source.ts';
import { inWords, keyRangeAt, type Node, nodeAt, type Path, rangeAt, toJson } from '../document/tree.ts';
import { typoIn } from '../document/typos.ts';
import type { ScenarioDiagnostics, ScenarioErrorName } from '../errors/scenario-errors.ts';
import { type IssueText, nameIn, splitHelp } from '../schema/issue-text.ts';
import { kindHelp, nearHelp, valueHelp } from './value-help.ts';

type Issue = z.core.$ZodIssue;

/** Words for the types of zod. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  object: 'a map',
  record: 'a map',
  array: 'a list',
};

/**
 * Checks a value against its schema. What is wrong goes to `diagnostics`, at the key or value that it is about.
 *
 * @param key the source range of the value's key, for what is missing in the value
 * @returns what the schema makes of the value, or `undefined` when something is wrong
 */
export function readWith<Schema extends z.ZodType>(
  schema: Schema,
  node: Node,
  key: SourceRange,
  diagnostics: ScenarioDiagnostics,
): z.output<Schema> | undefined {
  const knownKeys = new Map<readonly string[], readonly string[]>();
  const result = schema.safeParse(toJson(node), {
    error: (issue) => {
      if (issue.code === 'unrecognized_keys' && issue.inst instanceof z.ZodObject) {
        knownKeys.set(issue.keys, Object.keys(issue.inst.shape));
      }
      return messageOf(issue);
    },
  });
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap((issue) => flatten(issue, []));
  const misspelled = new Set<string>();
  for (const { issue, path } of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const name of issue.keys) {
      const known = knownKeys.get(issue.keys) ?? [];
      reportUnknownKey(diagnostics, keyRangeAt(node, key, [...path, name]), name, known);
      misspelled.add(pathName([...path, meantBy(name, known)]));
    }
  }
  for (const { issue, path } of issues) {
    const found = nodeAt(node, path);
    const isTold = found === undefined && misspelled.has(pathName(path));
    if (issue.code === 'unrecognized_keys' || isTold) continue;
    const { message, help, name = nameOf(issue, found) } = describe(issue, found, path);
    diagnostics.error(name, rangeAt(node, key, path), message, help);
  }
  return undefined;
}

/** The known key that was most likely meant by an unknown one. */
export function meantBy(name: string, known: readonly string[]): string {
  return nearest(name.split(':')[0].trim(), known) ?? name;
}

/** Reports a key that the language does not know at this place. */
export function reportUnknownKey(
  diagnostics: ScenarioDiagnostics,
  range: SourceRange,
  name: string,
  known: readonly string[],
): void {
  const typo = typoIn(name);
  if (typo !== undefined) diagnostics.error('yaml-syntax', range, typo.message, typo.help);
  else
    diagnostics.error('unknown-key', range, `unknown key ${quoted(name)}`, (budget) =>
      helpFor(name, known, budget),
    );
}

/** Reports a value where a map or a list is expected; `empty` is how to write one with nothing in it. */
export function reportWrongKind(
  diagnostics: ScenarioDiagnostics,
  node: Node,
  expected: string,
  empty: string,
): void {
  const typo = node.kind === 'scalar' && typeof node.value === 'string' ? typoIn(node.value) : undefined;
  if (typo !== undefined) diagnostics.error('yaml-syntax', node.range, typo.message, typo.help);
  else
    diagnostics.error(
      'wrong-type',
      node.range,
      `expected ${expected}, not ${inWords(node)}`,
      kindHelp(node, empty),
    );
}

function pathName(path: Path): string {
  return path.map(String).join('\n');
}

/** The issue by its path from the outermost value; in place of a union's, those of the branch that was meant. */
function flatten(issue: Issue, above: Path): readonly { issue: Issue; path: Path }[] {
  const path = [...above, ...issue.path];
  const meant = issue.code === 'invalid_union' ? branchMeant(issue) : undefined;
  return meant === undefined ? [{ issue, path }] : meant.flatMap((inner) => flatten(inner, path));
}

/** The branch of a union whose kind of value was written, so that only details are wrong. */
function branchMeant(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] | undefined {
  const isAboutDetails = ({ path, code }: Issue) => path.length > 0 || code === 'unrecognized_keys';
  return issue.errors.find((branch) => branch.every(isAboutDetails));
}

/** A message that says no more than what was expected. */
const ONLY_EXPECTATION = /^expected [^;]*$/;

function describe(issue: Issue, found: Node | undefined, path: Path): IssueText {
  const { message, help, name } = splitHelp(issue.message);
  if (found === undefined)
    return { message: `the key \`${String(path.at(-1))}\` is missing`, help: asHelp(message) };
  const { code } = issue;
  const isComplete =
    code === 'custom' || help !== undefined || (found.kind === 'list' && code !== 'invalid_type');
  if (isComplete || !ONLY_EXPECTATION.test(message)) return { message, help, name };
  const isChoice = code === 'invalid_value' && found.kind === 'scalar';
  const near = isChoice ? nearest(String(found.value), issue.values.map(String)) : undefined;
  return {
    message: `${message}, not ${inWords(found)}`,
    help: valueHelp(message, found) ?? (near === undefined ? undefined : nearHelp(near, found)),
  };
}

/** What is expected, as advice. */
function asHelp(message: string): string {
  return message.replace(/^expected/, 'write');
}

/** The names of the issues of zod. */
const NAMES: Readonly<Record<Issue['code'], ScenarioErrorName>> = {
  invalid_type: 'wrong-type',
  invalid_value: 'unknown-value',
  invalid_union: 'wrong-type',
  too_small: 'out-of-range',
  too_big: 'out-of-range',
  not_multiple_of: 'out-of-range',
  unrecognized_keys: 'unknown-key',
  invalid_format: 'invalid-value',
  invalid_key: 'invalid-name',
  invalid_element: 'invalid-value',
  custom: 'invalid-value',
};

function nameOf(issue: Issue, found: Node | undefined): ScenarioErrorName {
  if (found === undefined) return 'missing-key';
  if (issue.code === 'custom') return nameIn(issue.params);
  return found.kind !== 'scalar' && issue.code === 'invalid_value' ? 'wrong-type' : NAMES[issue.code];
}

/** What zod found, in the words of the language; schemas that say it better have an error of their own. */
function messageOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = issue.inst instanceof z.ZodNumberFormat ? 'int' : issue.expected;
      return `expected ${EXPECTED[expected] ?? expected}`;
    }
    case 'invalid_value':
      return `expected ${choices(issue.values.map(String))}`;
    case 'too_small':
      return `expected at least ${issue.minimum}`;
    case 'too_big':
      return `expected at most ${issue.maximum}`;
    default:
      return 'this is not a value of the language';
  }
}

/** Choices that a message lists; of more it names a few. */
const MAX_CHOICES = 20;
const FEW = 6;

function choices(values: readonly string[]): string {
  if (values.length <= MAX_CHOICES) return alternatives(values);
  const few = values.slice(0, FEW).map((value) => `\`${value}\``);
  return `one of ${values.length} values such as ${few.join(', ')}`;
}
