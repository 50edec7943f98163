import * as z from 'zod';
import { SERVICES } from '../../model/definitions/parameters.ts';
import { reference } from './references.ts';
import { listOf } from './values.ts';

/** Computers that reach each other. */
export const networkSchema = z.strictObject({
  dns: reference('DNS zone')
    .optional()
    .describe('The DNS zone that its computers ask and its hosts publish to; default: none.'),
  internet: z.boolean().prefault(false).describe("Whether Microsoft's service can be reached from it."),
});

/** A way from one network to another, opened by the client. */
export const linkSchema = z.strictObject({
  from: reference('network').describe('The network whose computers open connections.'),
  to: reference('network').describe('The network that they reach.'),
  allow: listOf(SERVICES)
    .prefault([...SERVICES])
    .describe('The services that it lets through.'),
});

/** A DNS zone. */
export const zoneSchema = z.strictObject({
  network: reference('network').describe("The network that the zone's server is on."),
  updateRights: z
    .enum(['all', 'first-host'])
    .prefault('all')
    .describe('Who may change the SRV record of KMS: every host, or only the host that made it first.'),
  dynamicUpdate: z
    .boolean()
    .prefault(true)
    .describe('Whether hosts can publish themselves; without it records are made by hand.'),
  records: z
    .array(reference('KMS host'))
    .prefault([])
    .refine((list) => new Set(list).size === list.length, 'host listed twice')
    .describe(
      'KMS hosts whose SRV records were made by hand; they are there from the start and belong to the administrator.',
    ),
});
