import * as z from 'zod';
import { quoted } from '../../text/plain-text.ts';
import { updatesSchema } from '../schema/hosts.ts';
import { activations } from '../schema/keys.ts';
import { reference } from '../schema/references.ts';
import { at, nothingToCheck, verb } from './verb.ts';

const host = reference('KMS host');

/** What administrators and Microsoft do to KMS hosts, their zones and keys. */
export const HOST_VERBS = {
  move: verb('move', {
    schema: z.strictObject({
      at,
      move: host.describe('The KMS host that is moved to other physical hardware.'),
    }),
    check: nothingToCheck,
    toAction: ({ move }) => ({ type: 'move', host: move }),
  }),
  grant: verb('grant', {
    schema: z.strictObject({
      at,
      grant: reference('DNS zone').describe('The DNS zone whose SRV record hosts may change now.'),
      to: host.optional().describe('The KMS host that is given the rights; default: all.'),
    }),
    check: nothingToCheck,
    toAction: ({ grant, to }) => ({ type: 'grant', zone: grant, ...(to !== undefined && { to }) }),
  }),
  raise: verb('raise', {
    schema: z.strictObject({
      at,
      raise: reference('key').describe('The key whose limits Microsoft raises.'),
      activations: activations()
        .optional()
        .describe('Activations more: in the pool of a MAK, for each host of a KMS key; default: none.'),
      hosts: activations().optional().describe('Hosts more, of a KMS key; default: none.'),
    }),
    check: (value, known, report) => {
      if (value.activations === undefined && value.hosts === undefined)
        report.atValue('raise', 'missing-key', '`raise` needs `activations` or `hosts`');
      if (value.hosts !== undefined && known.key(value.raise)?.type === 'mak') {
        const message = `${quoted(value.raise)} is a MAK, which has no hosts`;
        report.atKey('hosts', 'wrong-key-type', message, 'write `activations`');
      }
    },
    toAction: (value) => ({
      type: 'raise',
      key: value.raise,
      activations: value.activations ?? 0,
      hosts: value.hosts ?? 0,
    }),
  }),
  rekey: verb('rekey', {
    schema: z.strictObject({
      at,
      rekey: host.describe('The KMS host whose key is reinstalled.'),
      key: reference('key', [], 'the name of a KMS key')
        .optional()
        .describe(
          'Another KMS key; one of Office is installed besides that of Windows. Default: the one that it has.',
        ),
    }),
    check: ({ key }, known, report) => {
      if (key !== undefined && known.key(key)?.type === 'mak')
        report.atValue('key', 'wrong-key-type', `a KMS host needs a KMS key, and ${quoted(key)} is a MAK`);
    },
    toAction: ({ rekey, key }) => ({ type: 'rekey', host: rekey, ...(key !== undefined && { key }) }),
  }),
  unpublish: verb('unpublish', {
    schema: z.strictObject({
      at,
      unpublish: host.describe('The KMS host whose SRV records are deleted, and that publishes no more.'),
    }),
    check: nothingToCheck,
    toAction: ({ unpublish }) => ({ type: 'unpublish', host: unpublish }),
  }),
  update: verb('update', {
    schema: z.strictObject({
      at,
      update: host.describe(
        'The KMS host that is updated: it counts virtual machines from now on (KB 968915; on Vista and Server 2008 KB 968912), or has the `updates` named.',
      ),
      updates: updatesSchema
        .optional()
        .describe('Updates that are installed; default: the one with which it counts virtual machines.'),
    }),
    check: nothingToCheck,
    toAction: ({ update, updates }) => ({
      type: 'update',
      host: update,
      ...(updates !== undefined && { updates }),
    }),
  }),
};
