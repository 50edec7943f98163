import * as z from 'zod';
import { DISTRIBUTIONS } from '../../model/definitions/failure-parameters.ts';
import { duration, durationOrRandom } from './values.ts';

/** Random failures of something that can be down. */
export const failureSchema = z.strictObject({
  every: duration().describe('How long it works from one failure to the next, on average; a duration.'),
  for: duration().describe('How long a failure lasts, on average; a duration.'),
  distribution: z
    .enum(DISTRIBUTIONS)
    .prefault('exponential')
    .describe('How both times are distributed around their averages.'),
  shape: z
    .number()
    .min(0.1)
    .max(100)
    .prefault(1)
    .describe('With `weibull`: below 1 failures come early, above 1 with age; 1 is exponential.'),
  spread: z
    .number()
    .min(0)
    .max(1)
    .prefault(1)
    .describe('With `uniform`: the times lie within this part of the average above and below it.'),
  first: durationOrRandom()
    .prefault('random')
    .describe(
      'When the first failure comes: a duration after the start, or `random`: as if it had been working and failing all along, so that it may be down at the start.',
    ),
});
