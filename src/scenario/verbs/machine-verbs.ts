import * as z from 'zod';
import { CLIENT_SYSTEMS, clientSideOf, systemOf } from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import { quoted } from '../../text/plain-text.ts';
import { plural } from '../../text/plural.ts';
import { imageParameters, imageSchema } from '../schema/images.ts';
import { GENUINE_RESULTS, NOT_VALIDATED } from '../schema/machines.ts';
import { checkMethod, methodKeys, methodParameters } from '../schema/methods.ts';
import { reference } from '../schema/references.ts';
import { at, nothingToCheck, verb } from './verb.ts';

const group = reference('machine group');
const host = reference('KMS host');

/** What administrators do to the machines of a group; a KMS host can be moved to another network as well. */
export const MACHINE_VERBS = {
  convert: verb('convert', {
    schema: z.strictObject({
      at,
      convert: group.describe('The machine group that is activated in another way from now on.'),
      ...methodKeys,
    }),
    check: (value, known, report) => checkMethod(value, known.group(value.convert), known, report),
    toAction: (value) => ({ type: 'convert', group: value.convert, method: methodParameters(value) }),
  }),
  rebuild: verb('rebuild', {
    schema: z.strictObject({
      at,
      rebuild: group.describe('The machine group that is reinstalled.'),
      image: imageSchema
        .optional()
        .describe('What its machines are installed from, now and later; default: what they were.'),
    }),
    check: nothingToCheck,
    toAction: ({ rebuild, image }) => ({
      type: 'rebuild',
      group: rebuild,
      ...(image !== undefined && { image: imageParameters(image) }),
    }),
  }),
  retire: verb('retire', {
    schema: z.strictObject({
      at,
      retire: group.describe('The machine group that is taken out of use.'),
      count: z.int().min(1).optional().describe('How many of its machines; default: all.'),
    }),
    check: ({ retire, count = 0 }, known, report) => {
      const most = known.group(retire)?.machines ?? Number.POSITIVE_INFINITY;
      if (count > most)
        report.atValue('count', 'wrong-count', `${quoted(retire)} has only ${plural(most, 'machine')}`);
    },
    toAction: ({ retire, count }) => ({ type: 'retire', group: retire, count: count ?? null }),
  }),
  validate: verb('validate', {
    schema: z.strictObject({
      at,
      validate: group.describe('The machine group that is validated online (Vista only).'),
      result: z.enum(GENUINE_RESULTS).describe('What the validation finds.'),
    }),
    check: ({ validate }, known, report) => {
      const os = known.group(validate)?.os;
      if (os !== undefined && !clientSideOf(os).validatedOnline)
        report.atValue('validate', 'no-validation', NOT_VALIDATED);
    },
    toAction: ({ validate, result }) => ({ type: 'validate', group: validate, result }),
  }),
  activate: verb('activate', {
    schema: z.strictObject({
      at,
      activate: group.describe('The machine group that an administrator activates now (`slmgr /ato`).'),
    }),
    check: nothingToCheck,
    toAction: ({ activate }) => ({ type: 'activate', group: activate }),
  }),
  rearm: verb('rearm', {
    schema: z.strictObject({
      at,
      rearm: group.describe('The machine group that is rearmed (`slmgr /rearm`) and restarted.'),
    }),
    check: nothingToCheck,
    toAction: ({ rearm }) => ({ type: 'rearm', group: rearm }),
  }),
  point: verb('point', {
    schema: z.strictObject({
      at,
      point: group.describe('The machine group whose KMS host is set by hand, or no longer.'),
      host: host
        .nullable()
        .describe('The KMS host (`slmgr /skms`), or `null` for discovery (`slmgr /ckms`).'),
    }),
    check: nothingToCheck,
    toAction: ({ point, host: to }) => ({ type: 'point', group: point, host: to }),
  }),
  upgrade: verb('upgrade', {
    schema: z.strictObject({
      at,
      upgrade: group.describe('The machine group that is upgraded in place; activation and CMID stay.'),
      os: z
        .enum(CLIENT_SYSTEMS)
        .describe(
          'Its system from now on, of the same family, or with the same setup keys (Windows 11 on Windows 10).',
        ),
    }),
    check: ({ upgrade, os }, known, report) => {
      const before = known.group(upgrade)?.os;
      if (before !== undefined && !isUpgradable(before, os))
        report.atValue(
          'os',
          'invalid-value',
          `${quoted(upgrade)} has ${quoted(before)}, which cannot become ${quoted(os)} in place`,
          'retire the group and declare another, installed at that time',
        );
    },
    toAction: ({ upgrade, os }) => ({ type: 'upgrade', group: upgrade, os }),
  }),
  relocate: verb('relocate', {
    schema: z.strictObject({
      at,
      relocate: reference(['machine group', 'KMS host']).describe(
        'The machine group or KMS host that is moved to another network.',
      ),
      network: reference('network').describe('The network that it is on from now on.'),
    }),
    check: nothingToCheck,
    toAction: ({ relocate, network }) => ({ type: 'relocate', subject: relocate, network }),
  }),
  join: verb('join', {
    schema: z.strictObject({
      at,
      join: group.describe('The machine group whose machines join a domain and are restarted.'),
      domain: reference('domain').describe('The Active Directory domain.'),
    }),
    check: nothingToCheck,
    toAction: ({ join, domain }) => ({ type: 'join', group: join, domain }),
  }),
  leave: verb('leave', {
    schema: z.strictObject({
      at,
      leave: group.describe(
        'The machine group whose machines leave their domain and are restarted: what Active Directory activated is not activated any more, and asks a KMS host.',
      ),
    }),
    check: nothingToCheck,
    toAction: ({ leave }) => ({ type: 'leave', group: leave }),
  }),
};

/** Whether a system can become another in place: one of its family, or one that the same setup keys activate. */
function isUpgradable(before: SystemName, os: SystemName): boolean {
  const isOfFamily = systemOf(before).family === systemOf(os).family;
  return isOfFamily || clientSideOf(before).keyGroup === clientSideOf(os).keyGroup;
}
