import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { EditorState } from '@codemirror/state';
import type { Tooltip } from '@codemirror/view';
import type { JsonObject } from '../../../scenario/document/json.ts';
import { declarationOf, namesAt } from '../../content/editor/name-references.ts';
import { descriptionAt, keysAt, valuesAt } from '../../content/editor/schema-lookup.ts';
import { yamlContext } from '../../content/editor/yaml-context.ts';

/** Letters of names and keys. */
const WORD = /[\p{L}\p{N}_.-]/u;

/** What the editor knows of the language: its JSON Schema, and the names of the scenario that was read last. */
export class Language {
  private readonly schema: JsonObject;
  private readonly document: JsonObject;

  constructor(schema: JsonObject, document: JsonObject) {
    this.schema = schema;
    this.document = document;
  }

  /** What may be written at the cursor: keys, values, names. */
  complete(context: CompletionContext): CompletionResult | null {
    const at = yamlContext(context.state.doc.toString(), context.pos);
    if (at === null || (!context.explicit && at.word === '' && at.kind === 'key')) return null;
    const { path, kind, from } = at;
    const all =
      kind === 'key'
        ? keysAt(this.schema, path)
        : [...namesAt(this.document, path), ...valuesAt(this.schema, path)];
    if (all.length === 0) return null;
    const ending = kind === 'key' ? ': ' : '';
    return {
      from,
      options: all.map(({ text, detail }) => ({
        label: text,
        apply: text + ending,
        type: kind === 'key' ? 'property' : 'constant',
        info: detail === '' ? undefined : detail,
      })),
      validFor: /^[\w.-]*$/,
    };
  }

  /** What a key means, or what is declared under a name. */
  hover(state: EditorState, offset: number): Tooltip | null {
    const { text, from: start } = state.doc.lineAt(offset);
    let from = offset - start;
    let to = from;
    while (from > 0 && WORD.test(text[from - 1])) from -= 1;
    while (to < text.length && WORD.test(text[to])) to += 1;
    if (from === to) return null;
    const word = text.slice(from, to);
    const at = yamlContext(state.doc.toString(), start + from);
    if (at === null) return null;
    const words =
      at.kind === 'key' ? this.meaningOf([...at.path, word], word) : declarationOf(this.document, word);
    if (words === '') return null;
    return {
      pos: start + from,
      end: start + to,
      above: true,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'cm-hover';
        dom.textContent = words;
        return { dom };
      },
    };
  }

  private meaningOf(path: readonly string[], word: string): string {
    const described = descriptionAt(this.schema, path);
    return described === '' ? declarationOf(this.document, word) : `${word}: ${described}`;
  }
}
