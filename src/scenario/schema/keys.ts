import * as z from 'zod';
import { KEY_GROUPS, type KeyGroupRow } from '../../model/definitions/key-groups.ts';
import { KEY_GROUP_NAMES } from '../../model/definitions/system-lookups.ts';
import { STANDARDS } from './standards.ts';

/** The largest number of activations or hosts that a key may have. */
export const MAX_ACTIVATIONS = 1_000_000_000;

/** A whole number of activations or hosts. */
export function activations() {
  return z.int().min(1).max(MAX_ACTIVATIONS);
}

const ROWS = Object.entries<KeyGroupRow>(KEY_GROUPS);

const group = z
  .enum(KEY_GROUP_NAMES)
  .describe(
    `Its product key group: ${ROWS.map(([name, { members }]) => `\`${name}\` is ${members}`).join(', ')}. A MAK activates its own group only. A KMS key also serves other groups: ${ROWS.flatMap(servesOthers).join('; ')}.`,
  );

/** The groups that a key also serves, in short: the most inclusive ones, and what these leave out. */
function servesOthers([name, { serves }]: (typeof ROWS)[number]): string[] {
  const others = serves.filter((other) => other !== name);
  const covered = (group: string) => groupServes(group).filter((other) => other !== group);
  const most = others.filter((group) => !others.some((other) => covered(other).includes(group)));
  const except = new Set(most.flatMap(covered).filter((group) => !serves.includes(group)));
  if (others.length === 0) return [];
  const theirs = most.length < others.length ? ' and what that serves' : '';
  const without = except.size === 0 ? '' : `, but not ${quotedList([...except])}`;
  return [`\`${name}\` serves ${quotedList(most)}${theirs}${without}`];
}

function groupServes(group: string): readonly string[] {
  return ROWS.find(([name]) => name === group)?.[1].serves ?? [];
}

function quotedList(groups: readonly string[]): string {
  return groups.map((group) => `\`${group}\``).join(', ');
}

const TYPE = '`kms`, for KMS hosts, or `mak`, a Multiple Activation Key, for machines.';

const kmsKeySchema = z.strictObject({
  type: z.literal('kms').describe(TYPE),
  group,
  hosts: activations().prefault(STANDARDS.keyHosts).describe('KMS hosts that a KMS key may activate.'),
  activationsPerHost: activations()
    .prefault(STANDARDS.activationsPerHost)
    .describe('Activations of one host with Microsoft, the first included, of a KMS key.'),
});

const makKeySchema = z.strictObject({
  type: z.literal('mak').describe(TYPE),
  group,
  activations: activations().describe('Activations with Microsoft in the pool of a MAK.'),
});

/** A volume license key. */
export const keySchema = z.discriminatedUnion('type', [kmsKeySchema, makKeySchema], {
  error: ({ path }) => (path?.at(-1) === 'type' ? 'expected `kms` or `mak`' : undefined),
});
