import * as z from 'zod';
import type { SourceRange } from '../../text/source.ts';
import type { MapNode, Node } from '../document/tree.ts';

/** Takes a value that is written, with the schema that the language has for it. */
export interface SchemaVisitor {
  value(schema: z.core.$ZodType, node: Node): void;
  /** As `value`, of a name that is a key of a map. */
  key(schema: z.core.$ZodType, name: string, range: SourceRange): void;
}

/**
 * Walks what is written together with its schema, also where something is wrong: what has no schema is left out, and
 * of several alternatives of a map the one with the most of its keys is taken.
 */
export function walkSchema(schema: z.core.$ZodType, node: Node, visitor: SchemaVisitor): void {
  visitor.value(schema, node);
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodDefault
  )
    walkSchema(schema.unwrap(), node, visitor);
  else if (schema instanceof z.ZodPipe) walkSchema(schema.in, node, visitor);
  else if (schema instanceof z.ZodUnion) walkUnion(schema.options, node, visitor);
  else if (schema instanceof z.ZodObject && node.kind === 'map') {
    for (const [name, { value }] of node.entries)
      if (Object.hasOwn(schema.shape, name)) walkSchema(schema.shape[name], value, visitor);
  } else if (schema instanceof z.ZodRecord && node.kind === 'map') {
    for (const [name, { key, value }] of node.entries) {
      visitor.key(schema.keyType, name, key);
      walkSchema(schema.valueType, value, visitor);
    }
  } else if (schema instanceof z.ZodArray && node.kind === 'list') {
    for (const item of node.items) walkSchema(schema.element, item, visitor);
  }
}

function walkUnion(options: readonly z.core.$ZodType[], node: Node, visitor: SchemaVisitor): void {
  if (node.kind !== 'map') {
    for (const option of options) if (!(option instanceof z.ZodObject)) walkSchema(option, node, visitor);
    return;
  }
  const shared = options.map((option) => sharedKeys(option, node));
  const most = Math.max(...shared);
  options.forEach((option, index) => {
    if (shared[index] === most) walkSchema(option, node, visitor);
  });
}

/** How many of the keys that are written an alternative has. */
function sharedKeys(option: z.core.$ZodType, { entries }: MapNode): number {
  if (!(option instanceof z.ZodObject)) return 0;
  return [...entries.keys()].filter((name) => Object.hasOwn(option.shape, name)).length;
}
