import * as z from 'zod';
import { INTERNET, SERVICES } from '../../model/definitions/parameters.ts';
import { CLIENT_SYSTEMS, clientSideOf, systemOf } from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import { quoted } from '../../text/plain-text.ts';
import { plural } from '../../text/plural.ts';
import { updatesSchema } from '../schema/hosts.ts';
import { imageParameters, imageSchema } from '../schema/images.ts';
import { activations } from '../schema/keys.ts';
import { GENUINE_RESULTS, NOT_VALIDATED } from '../schema/machines.ts';
import { checkMethod, methodKeys, methodParameters } from '../schema/methods.ts';
import { FAILING, OUTSIDE, reference } from '../schema/references.ts';
import { duration, listOf } from '../schema/values.ts';
import { at, nothingToCheck, type Verb, type VerbName, verb } from './verb.ts';

const lasting = duration().optional().describe('For how long; a duration; default: to the end of the run.');
const group = reference('machine group');
const host = reference('KMS host');

/**
 * What may happen to the estate, by the key that says it. An action of the model without its verb here does not
 * compile, nor does a verb without its check or its conversion.
 */
export const TIMELINE_VERBS = {
  down: verb('down', {
    schema: z.strictObject({
      at,
      down: reference(FAILING, OUTSIDE).describe(
        'What answers nothing: a KMS host, a DNS zone, a network, a link, a VAMT, the controllers of a domain, `microsoft` or `internet`.',
      ),
      network: reference('network')
        .optional()
        .describe('With `internet`: the network that loses it; default: all of them.'),
      for: lasting,
    }),
    check: (value, _known, report) => {
      if (value.network !== undefined && value.down !== INTERNET)
        report.atKey('network', 'unused-key', '`network` can only be used with `down: internet`');
    },
    toAction: ({ down, network, for: lasts }) => ({
      type: 'down',
      target: down,
      ...(network !== undefined && { network }),
      for: lasts ?? null,
    }),
  }),
  block: verb('block', {
    schema: z.strictObject({
      at,
      block: reference('link').describe('The link that is closed to some services.'),
      services: listOf(SERVICES).describe('The services that it no longer lets through.'),
      for: lasting,
    }),
    check: nothingToCheck,
    toAction: ({ block, services, for: lasts }) => ({
      type: 'block',
      link: block,
      services,
      for: lasts ?? null,
    }),
  }),
  move: verb('move', {
    schema: z.strictObject({
      at,
      move: host.describe('The KMS host that is moved to other physical hardware.'),
    }),
    check: nothingToCheck,
    toAction: ({ move }) => ({ type: 'move', host: move }),
  }),
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
} satisfies { readonly [Name in VerbName]: Verb<Name> };

/** Whether a system can become another in place: one of its family, or one that the same setup keys activate. */
function isUpgradable(before: SystemName, os: SystemName): boolean {
  const isOfFamily = systemOf(before).family === systemOf(os).family;
  return isOfFamily || clientSideOf(before).keyGroup === clientSideOf(os).keyGroup;
}

/** The schemas of the verbs' entries, by verb. */
export const TIMELINE_SCHEMAS = Object.fromEntries(
  Object.entries(TIMELINE_VERBS).map(([name, { schema }]) => [name, schema]),
) as { readonly [Name in VerbName]: (typeof TIMELINE_VERBS)[Name]['schema'] };
