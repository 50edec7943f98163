import * as z from 'zod';
import type { ImageParameters } from '../../model/definitions/parameters.ts';
import { duration } from './values.ts';

/** Rearms that an image may have spent: more than any system has. */
const MAX_REARMS_USED = 10_000;

/** What machines are installed from: in a group, and in a `rebuild` of the timeline. */
export const imageSchema = z.union(
  [
    z.enum(['generalized', 'cloned']),
    z.strictObject({
      cmid: z
        .enum(['own', 'shared'])
        .prefault('own')
        .describe('Whether each machine makes a CMID of its own, or all have that of the image.'),
      graceUsed: duration(0)
        .prefault('0 min')
        .describe('OOBGrace that had passed in the image, with `SkipRearm=1`; a duration.'),
      rearmsUsed: z
        .int()
        .min(0)
        .max(MAX_REARMS_USED)
        .prefault(0)
        .describe('Rearms that were spent in the image.'),
    }),
  ],
  {
    error:
      'expected `generalized`, `cloned` or a map such as `{ cmid: shared, graceUsed: 10 d, rearmsUsed: 1 }`',
  },
);

/** The model's form of an image in which nothing is wrong. */
export function imageParameters(image: z.output<typeof imageSchema>): ImageParameters {
  if (typeof image === 'object') return image;
  return { cmid: image === 'cloned' ? 'shared' : 'own', graceUsed: 0, rearmsUsed: 0 };
}
