import * as z from 'zod';
import { alternatives, nearest, suggestion } from '../../text/nearest.ts';
import type { Place } from '../../text/source.ts';
import type { DiagnosticCollector } from '../document/diagnostic-collector.ts';
import { inWords, keyPlaceAt, type Node, nodeAt, type Path, placeAt, toJson } from '../document/tree.ts';

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
 * Checks a value against its schema. What is wrong goes to `problems`, at the key or value that it is about.
 *
 * @param key where the key of the value stands, for what is missing in it
 * @returns what the schema makes of the value, or `undefined` when something is wrong
 */
export function readWith<Schema extends z.ZodType>(
  schema: Schema,
  node: Node,
  key: Place,
  problems: DiagnosticCollector,
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
      reportUnknownKey(problems, keyPlaceAt(node, key, [...path, name]), name, known);
      misspelled.add(pathName([...path, nearest(name, known) ?? name]));
    }
  }
  for (const { issue, path } of issues) {
    const found = nodeAt(node, path);
    const isTold = found === undefined && misspelled.has(pathName(path));
    if (issue.code === 'unrecognized_keys' || isTold) continue;
    problems.report(placeAt(node, key, path), describe(issue, found, path));
  }
  return undefined;
}

/** Reports a key that the language does not know at this place. */
export function reportUnknownKey(
  problems: DiagnosticCollector,
  place: Place,
  name: string,
  known: readonly string[],
): void {
  problems.report(place, `unknown key \`${name}\`${suggestion(name, known)}`);
}

/** Reports a value where a map or a list should stand; `empty` is how to write one with nothing in it. */
export function reportWrongKind(
  problems: DiagnosticCollector,
  node: Node,
  expected: string,
  empty: string,
): void {
  const advice = node.kind === 'scalar' && node.value === null ? `; write \`${empty}\` for an empty one` : '';
  problems.report(node.place, `expected ${expected}, not ${inWords(node)}${advice}`);
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

function describe(issue: Issue, found: Node | undefined, path: Path): string {
  const { message, code } = issue;
  if (found === undefined) return `the key \`${String(path.at(-1))}\` is missing here: ${message}`;
  const isComplete = code === 'custom' || (found.kind === 'list' && code !== 'invalid_type');
  if (isComplete || !ONLY_EXPECTATION.test(message)) return message;
  const isChoice = code === 'invalid_value' && found.kind === 'scalar';
  const near = isChoice ? nearest(String(found.value), issue.values.map(String)) : undefined;
  const hint = near === undefined ? '' : `; did you mean \`${near}\`?`;
  return `${message}, not ${inWords(found)}${hint}`;
}

/** What zod found, in the words of the language; schemas that say it better have an error of their own. */
function messageOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = issue.inst instanceof z.ZodNumberFormat ? 'int' : issue.expected;
      return `expected ${EXPECTED[expected] ?? expected}`;
    }
    case 'invalid_value':
      return `expected ${alternatives(issue.values.map(String))}`;
    case 'too_small':
      return `expected at least ${issue.minimum}`;
    case 'too_big':
      return `expected at most ${issue.maximum}`;
    default:
      return 'this is not a value of the language';
  }
}
