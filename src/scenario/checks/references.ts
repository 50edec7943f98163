import type * as z from 'zod';
import type { SourceRange } from '../../text/source.ts';
import type { MapNode } from '../document/tree.ts';
import { documentSchema } from '../language/document.ts';
import { REFERENCES } from '../schema/references.ts';
import type { Names } from './names.ts';
import { walkSchema } from './walk-schema.ts';

/** Reports every reference to a name that is not declared, also in entries that are wrong otherwise. */
export function checkReferences(document: MapNode, names: Names): void {
  const check = (schema: z.core.$ZodType, name: string, range: SourceRange) => {
    const reference = REFERENCES.get(schema);
    if (reference !== undefined) names.check(name, reference.kinds, range, reference.others);
  };
  walkSchema(documentSchema, document, {
    value: (schema, node) => {
      if (node.kind === 'scalar' && typeof node.value === 'string') check(schema, node.value, node.range);
    },
    key: check,
  });
}
