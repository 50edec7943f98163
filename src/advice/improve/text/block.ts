import { Document, isMap } from 'yaml';
import type { JsonObject } from '../../../scenario/document/json.ts';
import { plainText } from '../../../text/plain-text.ts';

/** What the design is called, unless the scenario has one of that name. */
const NAME = 'improved';
const MAX_TITLE = 160;

/** The name of the proposed design: none of the scenario's own. */
export function designName(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? NAME : `${NAME}-${number}`;
    if (!taken.has(name)) return name;
  }
}

/**
 * A patch as a `designs:` block that can be pasted into the scenario, with a last line end: YAML, one line for each thing that is
 * changed.
 *
 * @param words what it changes, a phrase each
 */
export function designsBlock(name: string, words: readonly string[], patch: JsonObject): string {
  const title = plainText(words.length === 0 ? 'As it is' : words.join('; '), MAX_TITLE);
  const document = new Document(
    { designs: { [name]: { title, ...patch } } },
    { version: '1.2', schema: 'core', aliasDuplicateObjects: false },
  );
  const design = document.getIn(['designs', name]);
  if (isMap(design))
    for (const { value: section } of design.items)
      if (isMap(section)) for (const { value } of section.items) if (isMap(value)) value.flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** What is written to a file of its own: the block, and how to use it. */
export function blockFile(block: string, scenario: string): string {
  return [
    `# A better design, found by vasim plan --improve. Paste it into ${plainText(scenario)} (where \`designs:\` is there already: below`,
    `# it), or put the line \`extends: ./${plainText(scenario)}\` above it. Then: vasim compare.`,
    block,
  ].join('\n');
}
