import { useEffect, useState } from 'preact/hooks';
import type { Engine } from '../engine/engine.ts';
import { Tabs } from '../parts/tabs.tsx';
import type { Files } from '../worker/check-file.ts';
import type { Teaching } from '../worker/teaching.ts';
import { ExercisePanel } from './exercise-panel.tsx';
import { LessonPanel } from './lesson-panel.tsx';

export interface LearnProps {
  readonly engine: Engine;
  /** The files as they came, with what lessons know. */
  readonly given: Files;
  /** The files as they are in the editor. */
  readonly files: Files;
  /** Shows a file in the editor. */
  readonly onOpen: (file: string) => void;
  /** Makes a file, unless it is there, and shows it in the editor. */
  readonly onStart: (file: string, text: string) => void;
}

const TABS = ['Lessons', 'Exercises'] as const;

/** The lessons and exercises that came with the playground; nothing where none did. */
export function Learn({ engine, given, files, onOpen, onStart }: LearnProps) {
  const [teaching, setTeaching] = useState<Teaching | null>(null);
  const [tab, setTab] = useState(0);
  useEffect(() => {
    void engine.ask('teaching', { files: given }).then(setTeaching);
  }, [engine, given]);
  if (teaching === null) return null;
  const { lessons, exercises } = teaching;
  const kinds = [lessons.length > 0, exercises.length > 0];
  const names = TABS.filter((_, place) => kinds[place]);
  if (names.length === 0) return null;
  const chosen = names[Math.min(tab, names.length - 1)];
  return (
    <section class="card learn" aria-label="Learn">
      <h2>Learn</h2>
      <Tabs label="Learn" names={names} chosen={names.indexOf(chosen)} onChoose={setTab} />
      {chosen === 'Lessons' ? (
        <LessonPanel lessons={lessons} engine={engine} files={given} onOpen={onOpen} />
      ) : (
        <ExercisePanel
          exercises={exercises}
          engine={engine}
          files={files}
          onOpen={onOpen}
          onStart={onStart}
        />
      )}
    </section>
  );
}
