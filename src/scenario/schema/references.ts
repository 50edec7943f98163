import * as z from 'zod';
import { INTERNET, MICROSOFT } from '../../model/definitions/parameters.ts';
import type { Kind } from './sections.ts';
import { text } from './values.ts';

/** What the value, or the name, of a key refers to. */
export interface Reference {
  /** Kinds of things that it may name. */
  readonly kinds: readonly Kind[];
  /** Other values that it may have. */
  readonly others: readonly string[];
}

/**
 * The references of the language by the schemas that declare them: the only place that says what a key may name.
 * Checks and editors find them by walking the schema.
 */
export const REFERENCES = z.registry<Reference>();

/** What can be down, and so fail at random. */
export const FAILING: readonly Kind[] = ['KMS host', 'DNS zone', 'network', 'link', 'VAMT', 'domain'];
/** What else can be down; no scenario may name its own things so. */
export const OUTSIDE: readonly string[] = [MICROSOFT, INTERNET];

/**
 * A text that names something that the scenario declares.
 *
 * @param others other values that it may have
 * @param expected what a message says that it should be; default: from the kinds and the other values
 */
export function reference(
  kinds: Kind | readonly Kind[],
  others: readonly string[] = [],
  expected = inWords([kinds].flat(), others),
) {
  return text(expected).register(REFERENCES, { kinds: [kinds].flat(), others });
}

/** `the name of a network`, `` `internet` or the name of a VAMT ``. */
function inWords(kinds: readonly Kind[], others: readonly string[]): string {
  const names = `the name of a ${kinds.join(', ').replace(/, ([^,]*)$/, ' or $1')}`;
  return [...others.map((other) => `\`${other}\``), names].join(', ').replace(/, ([^,]*)$/, ' or $1');
}
