import * as z from 'zod';
import { INTERNET, SERVICES } from '../../model/definitions/parameters.ts';
import { FAILING, OUTSIDE, reference } from '../schema/references.ts';
import { duration, listOf } from '../schema/values.ts';
import { at, nothingToCheck, verb } from './verb.ts';

const lasting = duration().optional().describe('For how long; a duration; default: to the end of the run.');

/** What is lost for a while, or to the end of the run. */
export const OUTAGE_VERBS = {
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
};
