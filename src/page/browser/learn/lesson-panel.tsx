import { useState } from 'preact/hooks';
import type { Engine } from '../engine/engine.ts';
import type { Files } from '../worker/check-file.ts';
import type { LessonCard } from '../worker/teaching.ts';
import { Prediction } from './prediction.tsx';

export interface LessonPanelProps {
  readonly lessons: readonly LessonCard[];
  readonly engine: Engine;
  readonly files: Files;
  readonly onOpen: (file: string) => void;
}

/** A lesson: the question first, then a prediction, the run and why; then changes to try. */
export function LessonPanel({ lessons, engine, files, onOpen }: LessonPanelProps) {
  const [file, setFile] = useState(lessons[0].file);
  const [done, setDone] = useState<readonly string[]>([]);
  const lesson = lessons.find((each) => each.file === file) ?? lessons[0];
  const isDone = done.includes(lesson.file);
  return (
    <>
      <label class="field">
        Lesson
        <select value={lesson.file} onChange={(event) => setFile(event.currentTarget.value)}>
          {lessons.map(({ file: each, number, title }) => (
            <option key={each} value={each}>
              {`${number}  ${title}${done.includes(each) ? ' ✓' : ''}`}
            </option>
          ))}
        </select>
      </label>
      <h3 class="question">{lesson.question}</h3>
      <Prediction
        key={lesson.file}
        part={lesson.part}
        engine={engine}
        files={files}
        file={lesson.file}
        onPredicted={() => setDone((before) => [...new Set([...before, lesson.file])])}
      />
      <div class="form-buttons">
        <button type="button" onClick={() => onOpen(lesson.file)}>
          Open in the editor
        </button>
      </div>
      {isDone && lesson.tries.length > 0 && (
        <section class="tries" aria-label="Tries">
          <h3>Try a change</h3>
          {lesson.tries.map((each) => (
            <details key={`${lesson.file} ${each.number}`} class="try">
              <summary>
                {each.set.map((set) => (
                  <code key={set}>{set}</code>
                ))}
              </summary>
              <Prediction part={each} engine={engine} files={files} file={lesson.file} />
            </details>
          ))}
        </section>
      )}
    </>
  );
}
