import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { JsonObject } from '../../../scenario/document/json.ts';
import type { PlaygroundDocument } from '../../content/report-document.ts';
import { studentText } from '../../content/student-text.ts';
import type { Engine } from '../engine/engine.ts';
import { Learn } from '../learn/learn.tsx';
import { useTheme } from '../theme.ts';
import type { CheckedFile } from '../worker/check-file.ts';
import { Editor } from './editor.tsx';
import { FileBar } from './file-bar.tsx';
import { useFiles } from './file-store.ts';
import { Language } from './language.ts';
import { ProblemList } from './problem-list.tsx';
import { Results } from './results.tsx';
import { RunBar } from './run-bar.tsx';
import { useWork } from './work.ts';

export interface PlaygroundPageProps {
  readonly document: PlaygroundDocument;
  /** Runs and compares. */
  readonly engine: Engine;
  /** Checks what is typed, also while the other one runs. */
  readonly checker: Engine;
}

const NOTHING: CheckedFile = { diagnostics: [], designs: [] };

/** The page in which scenarios are written, checked, run and compared. */
export function PlaygroundPage({ document, engine, checker }: PlaygroundPageProps) {
  const theme = useTheme();
  const shown = useMemo(
    () => document.files.map(({ name, text }) => ({ name, text: studentText(text) })),
    [document],
  );
  const given = useMemo(
    () => Object.fromEntries(document.files.map(({ name, text }) => [name, text])),
    [document],
  );
  const store = useFiles(shown);
  const [file, setFile] = useState(document.files[0].name);
  const [checked, setChecked] = useState<CheckedFile>(NOTHING);
  const [schema, setSchema] = useState<JsonObject>({});
  const work = useWork(engine, checker, store.files);
  const names = useRef<JsonObject>({});
  useEffect(() => {
    void checker.ask('language', null).then(setSchema);
  }, [checker]);
  const check = async (text: string) => {
    const answer = await checker.ask('check', { files: { ...store.files, [file]: text }, file });
    const scenario = answer.designs[0]?.scenario;
    if (scenario !== undefined) names.current = scenario;
    setChecked(answer);
    return answer.diagnostics;
  };
  const language = useMemo(() => new Language(schema, names.current), [schema, checked]);
  return (
    <>
      <header class="page-header">
        <h1>vasim playground</h1>
        <p class="quiet">
          Write a scenario, run it, and see what becomes of the estate. Nothing leaves this page. vasim{' '}
          {document.version}
        </p>
      </header>
      <main>
        <Learn
          engine={engine}
          given={given}
          files={store.files}
          onOpen={setFile}
          onStart={(name, text) => {
            store.put(name, text);
            setFile(name);
          }}
        />
        <section class="card" aria-label="Scenario">
          <FileBar store={store} file={file} onChoose={setFile} />
          <Editor
            key={`${file} ${store.revision}`}
            file={file}
            text={store.files[file] ?? ''}
            theme={theme}
            language={language}
            onChange={(text) => store.write(file, text)}
            check={check}
          />
          <RunBar store={store} file={file} work={work} />
        </section>
        <ProblemList diagnostics={checked.diagnostics} file={file} />
        <Results work={work} engine={engine} theme={theme} />
      </main>
    </>
  );
}
