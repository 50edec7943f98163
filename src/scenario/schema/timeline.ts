import * as z from 'zod';
import { SERVICES } from '../../model/definitions/parameters.ts';
import { activations } from './keys.ts';
import { GENUINE_RESULTS, METHODS, methodKeys } from './machines.ts';
import { duration, listOf, point, reference } from './values.ts';

const at = point().describe('When: a duration after the start, or a date or date-time.');
const lasting = duration().optional().describe('For how long; a duration; default: to the end of the run.');
const group = reference('a machine group');

/** What may happen to the estate: an entry of the timeline has `at` and the key of one of these. */
export const TIMELINE_ACTIONS = {
  down: z.strictObject({
    at,
    down: reference('a KMS host, DNS zone, network or link, `microsoft` or `internet`').describe(
      'What answers nothing: a KMS host, a DNS zone, a network, a link, `microsoft` or `internet`.',
    ),
    for: lasting,
  }),
  block: z.strictObject({
    at,
    block: reference('a link').describe('The link that is closed to some services.'),
    services: listOf(SERVICES).describe('The services that it no longer lets through.'),
    for: lasting,
  }),
  move: z.strictObject({
    at,
    move: reference('a KMS host').describe('The KMS host that is moved to other physical hardware.'),
  }),
  convert: z.strictObject({
    at,
    convert: group.describe('The machine group that is activated in another way from now on.'),
    method: z.enum(METHODS).describe('How its machines are activated from now on.'),
    ...methodKeys,
  }),
  rebuild: z.strictObject({
    at,
    rebuild: group.describe('The machine group that is installed anew.'),
  }),
  retire: z.strictObject({
    at,
    retire: group.describe('The machine group that is taken out of use.'),
    count: z.int().min(1).optional().describe('How many of its machines; default: all.'),
  }),
  grant: z.strictObject({
    at,
    grant: reference('a DNS zone').describe('The DNS zone whose SRV record every host may change now.'),
  }),
  raise: z.strictObject({
    at,
    raise: reference('a key').describe('The key whose limits Microsoft raises.'),
    activations: activations()
      .optional()
      .describe('Activations more: in the pool of a MAK, for each host of a KMS key; default: none.'),
    hosts: activations().optional().describe('Hosts more, of a KMS key; default: none.'),
  }),
  rekey: z.strictObject({
    at,
    rekey: reference('a KMS host').describe('The KMS host whose key is installed anew.'),
  }),
  validate: z.strictObject({
    at,
    validate: group.describe('The machine group that is validated online (Vista only).'),
    result: z.enum(GENUINE_RESULTS).describe('What the validation finds.'),
  }),
  activate: z.strictObject({
    at,
    activate: group.describe('The machine group that an administrator tells to activate now.'),
  }),
};
