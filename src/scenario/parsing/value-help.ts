import { quoted } from '../../text/plain-text.ts';
import type { Node } from '../document/tree.ts';

/** What to write for a value that almost fits. */

/** A number with its thousands set apart. */
const GROUPED = /^\d{1,3}(,\d{3})+$/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const NUMBER_WITH_WORD = /^(\d+)\s*[A-Za-z]+$/;
const PERCENT = /^(\d+(?:\.\d+)?)\s*%$/;

const SWITCHES: ReadonlyMap<string, boolean> = new Map([
  ...['yes', 'y', 'on', 'true', 'enabled'].map((word) => [word, true] as const),
  ...['no', 'n', 'off', 'false', 'disabled'].map((word) => [word, false] as const),
]);

/**
 * The help about a value of another type than is expected.
 *
 * @param expected the message of the schema, `expected a number` and the like
 */
export function valueHelp(expected: string, node: Node): string | undefined {
  if (node.kind === 'list' && expected.startsWith('expected a map')) return kindHelp(node, '{}');
  if (node.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const text = node.value.trim();
  if (/number/.test(expected)) return numberHelp(text);
  const meant = SWITCHES.get(text.toLowerCase());
  if (!expected.includes('`true`') || meant === undefined) return undefined;
  return text === String(meant) ? `remove the quotes: \`${meant}\`` : `write \`${meant}\``;
}

function numberHelp(text: string): string | undefined {
  if (NUMBER.test(text)) return `remove the quotes: \`${text}\``;
  if (/^\d+,$/.test(text)) return `write \`${text.slice(0, -1)}\`, without the comma`;
  if (GROUPED.test(text)) return `write \`${text.replaceAll(',', '')}\``;
  const percent = PERCENT.exec(text);
  if (percent !== null) return `write \`${Number(percent[1]) / 100}\``;
  const number = NUMBER_WITH_WORD.exec(text);
  return number === null ? undefined : `write \`${number[1]}\``;
}

/** The help about a choice that is written almost right. */
export function nearHelp(near: string, node: Node): string {
  const isOnlyCase = node.kind === 'scalar' && String(node.value).toLowerCase() === near;
  return isOnlyCase ? `write ${quoted(near)}, in lower case` : `did you mean ${quoted(near)}?`;
}

/**
 * The help about a map where a list is expected, a list where a map is, or nothing.
 *
 * @param empty how to write one with nothing in it
 */
export function kindHelp(node: Node, empty: string): string | undefined {
  if (node.kind === 'scalar') return node.value === null ? `write \`${empty}\` for an empty one` : undefined;
  if (node.kind === 'map')
    return empty === '[]' ? 'write each entry on a line that begins with `- `' : undefined;
  const first = node.items[0];
  const name = first?.kind === 'map' ? first.entries.get('name')?.value : undefined;
  const shown = name?.kind === 'scalar' ? String(name.value) : 'NAME';
  return `write a map, each entry under its name without \`-\`: ${quoted(`${shown}: { KEY: VALUE }`)}`;
}
