import * as z from 'zod';
import { CHANNELS } from './hosts.ts';
import { reference } from './references.ts';
import { duration } from './values.ts';

/** A computer with the Volume Activation Management Tool. */
export const vamtSchema = z.strictObject({
  network: reference('network').describe('The network that it is on.'),
  every: duration().describe('How often it collects and activates; a duration.'),
  via: z
    .enum([...CHANNELS, 'removable-media'])
    .prefault('internet')
    .describe('How it reaches Microsoft.'),
  roundTrip: duration(0)
    .optional()
    .describe('From export to import of the removable media; a duration; default: 0 min.'),
  keepsConfirmations: z
    .boolean()
    .prefault(true)
    .describe('Whether it keeps confirmation IDs and applies them again to the same hardware.'),
});
