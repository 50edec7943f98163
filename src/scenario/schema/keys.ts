import * as z from 'zod';
import { KEY_GROUPS } from '../../model/editions.ts';

/** The largest number of activations or hosts that a key may have. */
export const MOST_ACTIVATIONS = 1_000_000_000;

/** A whole number of activations or hosts. */
export function activations() {
  return z.int().min(1).max(MOST_ACTIVATIONS);
}

const group = z
  .enum(KEY_GROUPS)
  .describe(
    'Its product key group; a KMS key serves its own and the less inclusive ones, a MAK only its own.',
  );

const kmsKeySchema = z.strictObject({
  type: z.literal('kms').describe('A KMS key, for KMS hosts.'),
  group,
  hosts: activations().prefault(6).describe('KMS hosts that it may activate.'),
  activationsPerHost: activations()
    .prefault(10)
    .describe('Activations of one host with Microsoft, the first included.'),
});

const makKeySchema = z.strictObject({
  type: z.literal('mak').describe('A Multiple Activation Key, for machines.'),
  group,
  activations: activations().describe('Activations with Microsoft in its pool.'),
});

/** A volume license key. */
export const keySchema = z.discriminatedUnion('type', [kmsKeySchema, makKeySchema], {
  error: ({ path }) => (path?.at(-1) === 'type' ? 'expected `kms` or `mak`' : undefined),
});
