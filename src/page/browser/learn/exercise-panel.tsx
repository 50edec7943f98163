import { useState } from 'preact/hooks';
import type { Engine } from '../engine/engine.ts';
import type { Files } from '../worker/check-file.ts';
import type { GradedAnswer } from '../worker/grade-answer.ts';
import type { ExerciseCard } from '../worker/teaching.ts';
import { GradeView } from './grade-view.tsx';

export interface ExercisePanelProps {
  readonly exercises: readonly ExerciseCard[];
  readonly engine: Engine;
  readonly files: Files;
  readonly onOpen: (file: string) => void;
  readonly onStart: (file: string, text: string) => void;
}

const PERCENT = 100;

/** An exercise: the task, what may be changed, the goals, and the answer's grade on seeds that everybody knows. */
export function ExercisePanel({ exercises, engine, files, onOpen, onStart }: ExercisePanelProps) {
  const [file, setFile] = useState(exercises[0].file);
  const [graded, setGraded] = useState<GradedAnswer | null>(null);
  const [words, setWords] = useState('');
  const exercise = exercises.find((each) => each.file === file) ?? exercises[0];
  const answer = `answer-${exercise.file}`;
  const started = Object.hasOwn(files, answer);
  const choose = (chosen: string) => {
    setFile(chosen);
    setGraded(null);
    setWords('');
  };
  const grade = async () => {
    setGraded(null);
    setWords('Working');
    try {
      const onProgress = (done: number) => setWords(`Working: ${Math.round(done * PERCENT)} %`);
      setGraded(await engine.ask('grade', { files, exercise: exercise.file, answer }, onProgress));
      setWords('');
    } catch (error) {
      setWords(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <label class="field">
        Exercise
        <select value={exercise.file} onChange={(event) => choose(event.currentTarget.value)}>
          {exercises.map(({ file: each, title }) => (
            <option key={each} value={each}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {exercise.task.split('\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <div class="terms">
        <Terms title="You may change" items={exercise.mayChange} />
        <Terms title="Limits" items={exercise.limits} />
        <Terms title="Goals" items={exercise.goals} />
      </div>
      <div class="form-buttons">
        <button
          type="button"
          onClick={() => (started ? onOpen(answer) : onStart(answer, beginningOf(exercise)))}
        >
          {started ? 'Open my answer' : 'Begin an answer'}
        </button>
        <button
          type="button"
          class="primary"
          disabled={!started || words.startsWith('Working')}
          onClick={() => void grade()}
        >
          Check my answer
        </button>
        <span class="quiet" role="status">
          {words}
        </span>
      </div>
      {graded !== null && <GradeView graded={graded} />}
    </>
  );
}

function Terms({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div>
      <h4>{title}</h4>
      <ul>
        {items.map((item) => (
          <li key={item}>
            <code>{item}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}

function beginningOf({ file, title }: ExerciseCard): string {
  return `# ${title}. Write below what you change.
extends: ./${file}
`;
}
