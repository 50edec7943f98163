import * as z from 'zod';
import { INTERVAL_RANGE } from '../../model/definitions/rules.ts';
import { HOST_SYSTEMS } from '../../model/definitions/system-lookups.ts';
import { UPDATE_NAMES, UPDATES } from '../../model/definitions/updates.ts';
import { reference } from './references.ts';
import { duration, listOf, point } from './values.ts';

/** How to reach Microsoft. */
export const CHANNELS = ['internet', 'telephone'] as const;

/** The two intervals that hosts give to clients and clients begin with; both may be left to `policy`. */
export const intervals = {
  activationInterval: duration(...INTERVAL_RANGE)
    .optional()
    .describe(
      'How long a client waits to try again; a duration of 15 min to 30 d; default: that of `policy`.',
    ),
  renewalInterval: duration(...INTERVAL_RANGE)
    .optional()
    .describe('How long a client waits to renew; a duration of 15 min to 30 d; default: that of `policy`.'),
};

/** Updates of a KMS host, by their numbers. */
export const updatesSchema = listOf(UPDATE_NAMES);

const UPDATES_IN_WORDS = Object.entries(UPDATES).map(([name, meaning]) => `\`${name}\` ${meaning}`);

/** A field of an SRV record (RFC 2782). */
function srvNumber(meaning: string) {
  return z.int().min(0).max(65_535).optional().describe(`${meaning}; default: 0.`);
}

/** A KMS host. */
export const hostSchema = z.strictObject({
  network: reference('network').describe('The network that it is on.'),
  os: z.enum(HOST_SYSTEMS).describe('Its system.'),
  key: reference('key', [], 'the name of a KMS key').describe('The KMS key that it is given.'),
  online: point()
    .prefault('0 d')
    .describe('When it comes online: a duration after the start, or a date or date-time.'),
  activateBy: z.enum(CHANNELS).prefault('internet').describe('How it is activated with Microsoft.'),
  virtual: z.boolean().prefault(false).describe('Whether it is a virtual machine.'),
  publish: z.boolean().prefault(true).describe("Whether it publishes to its network's DNS zone."),
  publishTo: z.array(reference('DNS zone')).prefault([]).describe('DNS zones that it also publishes to.'),
  port: z.int().min(1).max(65_535).prefault(1688).describe('The TCP port that it listens on.'),
  priority: srvNumber(
    'Priority of its SRV records: the lowest that answers is asked first. Clients before Windows 7 ignore it',
  ),
  weight: srvNumber(
    'Weight of its SRV records: its share of the clients among hosts of one priority; 0 is asked last. Clients before Windows 7 ignore it',
  ),
  ...intervals,
  countsVirtual: z
    .boolean()
    .optional()
    .describe('Whether requests of virtual machines add to its count; default: as `policy` has it.'),
  officeKeys: z
    .array(reference('key', [], 'the name of a KMS key'))
    .optional()
    .describe(
      'KMS keys of Office that it has besides `key`, one for each version (group `office-2016` and the like), each activated with Microsoft; a host for Office only has such a key as its `key`; default: none.',
    ),
  updates: updatesSchema
    .optional()
    .describe(
      `Updates that are installed from the start, so that it serves later systems; a later cumulative update is written as the one named here. ${UPDATES_IN_WORDS.join('; ')}; default: none.`,
    ),
});
