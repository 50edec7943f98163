import * as z from 'zod';
import { documentSchema } from './schema/document.ts';

/** The JSON Schema (draft-07) of scenario files, for editors and for readers. */
export function scenarioJsonSchema(): object {
  return {
    title: 'vasim scenario',
    description: 'An estate of Windows volume activation and what happens to it.',
    ...z.toJSONSchema(documentSchema, { target: 'draft-7', io: 'input' }),
  };
}
