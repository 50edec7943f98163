import { autocompletion, type CompletionContext } from '@codemirror/autocomplete';
import { indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { linter, lintGutter, type Diagnostic as Mark } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { hoverTooltip, keymap } from '@codemirror/view';
import { basicSetup, EditorView } from 'codemirror';
import { useEffect, useRef } from 'preact/hooks';
import type { Diagnostic } from '../../../text/diagnostics.ts';
import { EDITOR_NONCE } from '../../content/editor/editor-nonce.ts';
import type { Theme } from '../theme.ts';
import { editorTheme } from './editor-theme.ts';
import type { Language } from './language.ts';

export interface EditorProps {
  readonly file: string;
  readonly text: string;
  readonly theme: Theme;
  readonly language: Language;
  readonly onChange: (text: string) => void;
  /** Says what is wrong with the text. */
  readonly check: (text: string) => Promise<readonly Diagnostic[]>;
}

const CHECK_DELAY = 250;

/** The editor of a scenario, with the language's errors, completion and hovers. */
export function Editor({ file, text, theme, language, onChange, check }: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef({ onChange, check, language });
  latest.current = { onChange, check, language };
  const look = useRef(new Compartment());
  useEffect(() => {
    if (place.current === null) return;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: text,
        extensions: [
          basicSetup,
          EditorView.cspNonce.of(EDITOR_NONCE),
          EditorView.contentAttributes.of({ 'aria-label': `Scenario ${file}`, tabindex: '0' }),
          keymap.of([indentWithTab]),
          yaml(),
          look.current.of(editorTheme(theme)),
          autocompletion({
            override: [(context: CompletionContext) => latest.current.language.complete(context)],
          }),
          hoverTooltip((shown, at) => latest.current.language.hover(shown.state, at)),
          lintGutter(),
          linter(
            async (shown) => marksOf(await latest.current.check(shown.state.doc.toString()), file, shown),
            {
              delay: CHECK_DELAY,
            },
          ),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [file]);
  useEffect(() => {
    view.current?.dispatch({ effects: look.current.reconfigure(editorTheme(theme)) });
  }, [theme]);
  return <div class="editor" ref={place} />;
}

/** Diagnostics as marks of the editor; what another file has is shown at the first line. */
function marksOf(diagnostics: readonly Diagnostic[], file: string, { state }: EditorView): Mark[] {
  return diagnostics.map(({ place, message, help, severity }) => {
    const own = place !== null && place.file === file && place.line <= state.doc.lines;
    const line = state.doc.line(own ? place.line : 1);
    const from = own ? Math.min(line.to, line.from + place.caretStart - 1) : line.from;
    const to = own ? Math.min(line.to, line.from + place.caretEnd - 1) : line.to;
    const where = own || place === null ? '' : `${place.file}:${place.line}: `;
    const words = help === undefined ? message : `${message}\nhelp: ${help}`;
    return { from, to: Math.max(from, to), severity, message: where + words };
  });
}
