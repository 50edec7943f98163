// Before anything that makes a schema.
import './zod-without-code.ts';
import { scenarioJsonSchema } from '../../../scenario/reference/json-schema.ts';
import { resolvedYaml } from '../../../scenario/reference/resolved-yaml.ts';
import { checkFile } from './check-file.ts';
import { compareNamed } from './compare-designs.ts';
import { dayFrames } from './day-frames.ts';
import { explainSubject } from './explain-subject.ts';
import { gradeAnswer } from './grade-answer.ts';
import { loadDocument, ScenarioRefused } from './load-document.ts';
import type { Answers, PostedAnswer, PostedRequest, RequestName, Requests } from './messages.ts';
import { repeatRun } from './repeat-run.ts';
import { revealLesson } from './reveal-lesson.ts';
import { teachingIn } from './teaching.ts';

/** The engine in the page: answers one request after the other. */

type Handlers = {
  readonly [Name in RequestName]: (
    request: Requests[Name],
    onProgress: (done: number) => void,
  ) => Answers[Name] | Promise<Answers[Name]>;
};

const HANDLERS: Handlers = {
  run: ({ scenario, events, hashed }, onProgress) =>
    repeatRun(loadDocument(scenario), { events, hashed, onProgress }),
  change: async ({ scenario, overrides }, onProgress) => {
    try {
      const changed = loadDocument(scenario, overrides);
      const { content } = await repeatRun(changed, { events: 'none', hashed: false, onProgress });
      return { ok: true, content, yaml: resolvedYaml(changed) };
    } catch (error) {
      if (error instanceof ScenarioRefused) return { ok: false, diagnostics: error.diagnostics };
      throw error;
    }
  },
  explain: ({ scenario, subject }, onProgress) => explainSubject(scenario, subject, onProgress),
  day: ({ scenario, day }, onProgress) => dayFrames(loadDocument(scenario), day, onProgress),
  yaml: ({ scenario }) => resolvedYaml({ resolved: scenario }),
  check: ({ files, file }) => checkFile(files, file),
  compare: ({ designs, replications }, onProgress) => compareNamed(designs, replications, onProgress),
  teaching: ({ files }) => teachingIn(files),
  predict: revealLesson,
  grade: ({ files, exercise, answer }, onProgress) => gradeAnswer(files, exercise, answer, onProgress),
  language: () => scenarioJsonSchema(),
};

/** The part of a worker's global scope that is used; the page's own types describe a window. */
interface WorkerScope {
  onmessage: ((event: { readonly data: PostedRequest }) => void) | null;
  postMessage(message: PostedAnswer): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.onmessage = ({ data }) => void answer(data);

async function answer(posted: PostedRequest): Promise<void> {
  const { id } = posted;
  try {
    const onProgress = (done: number) => scope.postMessage({ id, type: 'progress', done });
    scope.postMessage({ id, type: 'answer', answer: await handle(posted, onProgress) });
  } catch (error) {
    scope.postMessage({
      id,
      type: 'failure',
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

function handle({ name, request }: PostedRequest, onProgress: (done: number) => void) {
  const handler = HANDLERS[name] as (
    request: Requests[RequestName],
    onProgress: (done: number) => void,
  ) => Answers[RequestName] | Promise<Answers[RequestName]>;
  return handler(request, onProgress);
}
