import * as z from 'zod';
import { alternatives, nearest, suggestion } from './nearest.ts';
import type { Problems } from './problems.ts';
import type { Place } from './source.ts';
import { keyPlaceAt, kindInWords, type Node, nodeAt, type Path, placeAt, toJson } from './tree.ts';

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
  problems: Problems,
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
  for (const issue of result.error.issues) report(issue, []);
  return undefined;

  function report(issue: Issue, above: Path): void {
    const path = [...above, ...issue.path];
    if (issue.code === 'unrecognized_keys') {
      for (const name of issue.keys) {
        reportUnknownKey(
          problems,
          keyPlaceAt(node, key, [...path, name]),
          name,
          knownKeys.get(issue.keys) ?? [],
        );
      }
      return;
    }
    const meant = issue.code === 'invalid_union' ? branchMeant(issue) : undefined;
    if (meant !== undefined) for (const inner of meant) report(inner, path);
    else problems.report(placeAt(node, key, path), inWords(issue, nodeAt(node, path), path));
  }
}

/** Reports a key that the language does not know at this place. */
export function reportUnknownKey(
  problems: Problems,
  place: Place,
  name: string,
  known: readonly string[],
): void {
  problems.report(place, `unknown key \`${name}\`${suggestion(name, known)}`);
}

/** Reports a value where a map or a list should stand. */
export function reportWrongKind(problems: Problems, node: Node, expected: string): void {
  const advice = node.kind === 'scalar' && node.value === null ? '; leave the key out, or write `{}`' : '';
  problems.report(node.place, `expected ${expected}, not ${kindInWords(node)}${advice}`);
}

/** The branch of a union whose kind of value was written, so that only details are wrong. */
function branchMeant(issue: z.core.$ZodIssueInvalidUnion): readonly Issue[] | undefined {
  const isAboutDetails = ({ path, code }: Issue) => path.length > 0 || code === 'unrecognized_keys';
  return issue.errors.find((branch) => branch.every(isAboutDetails));
}

function inWords(issue: Issue, found: Node | undefined, path: Path): string {
  const { message } = issue;
  if (found === undefined) return `the key \`${String(path.at(-1))}\` is missing here: ${message}`;
  const isKindKnown = issue.code === 'custom' || issue.code === 'too_small' || issue.code === 'too_big';
  if (isKindKnown) return message;
  const isText = found.kind === 'scalar' && typeof found.value === 'string';
  if (issue.code === 'invalid_value' && isText)
    return `${message}, not \`${found.value}\`${near(issue, found.value)}`;
  return message.includes(' not ') || message.includes('write ')
    ? message
    : `${message}, not ${kindInWords(found)}`;
}

function near(issue: z.core.$ZodIssueInvalidValue, written: unknown): string {
  const name = nearest(String(written), issue.values.map(String));
  return name === undefined ? '' : `; did you mean \`${name}\`?`;
}

/** What zod found, in the words of the language; schemas that say it better have an error of their own. */
function messageOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${EXPECTED[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected ${alternatives(issue.values.map(String))}`;
    case 'too_small':
      return `expected at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : ''}`;
    case 'too_big':
      return `expected at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    default:
      return 'this is not a value of the language';
  }
}
