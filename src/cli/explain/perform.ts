import { explain } from '../../advice/explain/explain.ts';
import { explanationAsJson, explanationForTerminal } from '../../advice/explain/explanation-text.ts';
import { UnknownSubject } from '../../advice/explain/subjects.ts';
import type { Minute } from '../../engine/time.ts';
import { runNeeds } from '../../experiments/needs/run-needs.ts';
import type { LoadResult } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { minuteOf, parseDate, parsePoint } from '../../text/point-in-time.ts';
import { TextError } from '../../text/text-error.ts';
import { escapeInvisible } from '../../text/visible-text.ts';
import { CommandLineError, UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { chooseDesign } from '../shared/input/choose-design.ts';
import { openNamed, reportDiagnostics } from '../shared/input/load-scenario.ts';
import { Interruption } from '../shared/interruption.ts';
import { announceNeeds } from '../shared/memory/announce-needs.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { Progress } from '../shared/progress.ts';
import { writeOutput } from '../shared/results/output.ts';
import { requireThread } from '../shared/thread/needs-thread.ts';
import { explainedAsWord, wordHint } from './explain-word.ts';
import type { ExplainArguments } from './options.ts';

/** Columns of a text that goes to no terminal. */
const PLAIN_WIDTH = 100;

/**
 * Performs `vasim explain`: explains a word, or what happened in the run of a scenario.
 *
 * @throws CommandLineError, Interrupted
 */
export async function explainScenario(args: ExplainArguments, host: ProcessHost): Promise<ExitCode> {
  if (explainedAsWord(args, host)) return EXIT.done;
  requireThread(host);
  const load = await opened(args, host);
  const loaded = load([]);
  if (!loaded.ok) {
    reportDiagnostics(loaded.diagnostics, new Messages(host, args));
    return EXIT.wrongScenario;
  }
  const replication = replicationOf(args.replication);
  const chosen = chooseDesign(loaded, args.design);
  const scenario: Scenario = { ...chosen, parameters: { ...chosen.parameters, replication } };
  const { FILE: _, SUBJECT: subject = null } = args;
  announceNeeds('the run', runNeeds(scenario.parameters, false), host, new Messages(host, args));
  const work = startWork(args, host);
  try {
    const explanation = await explain({
      scenario,
      subject,
      at: momentOf(args.at, scenario),
      vary: (sets) => {
        const varied = load(sets);
        return varied.ok ? (designOf(varied, args.design)?.parameters ?? null) : null;
      },
      checkpoint: work.checkpoint,
    });
    work.end();
    const width = args.out === undefined ? (host.stdout.columns ?? PLAIN_WIDTH) : PLAIN_WIDTH;
    const text = args.json
      ? JSON.stringify(explanationAsJson(explanation), null, 2)
      : escapeInvisible(explanationForTerminal(explanation, scenario.start, width).join('\n'));
    writeOutput(`${text}\n`, args.out, host, new Messages(host, args));
    return EXIT.done;
  } catch (error) {
    if (error instanceof UnknownSubject) throw new UsageError(error.message);
    throw error;
  } finally {
    work.end();
  }
}

async function opened(
  args: ExplainArguments,
  host: ProcessHost,
): Promise<(more: readonly string[]) => LoadResult> {
  try {
    return await openNamed(args.FILE, args, host);
  } catch (error) {
    if (!(error instanceof CommandLineError) || args.SUBJECT !== undefined) throw error;
    const hint = wordHint(args.FILE);
    if (hint === '') throw error;
    throw new CommandLineError(`${error.message}${hint}`);
  }
}

function designOf(loaded: LoadResult & { ok: true }, name: string | undefined): Scenario | undefined {
  return name === undefined ? loaded.scenario : loaded.designs.get(name);
}

/** @throws UsageError when it is no whole number from 0 */
function replicationOf(text: string | undefined): number {
  if (text === undefined) return 0;
  if (!/^\d{1,9}$/.test(text))
    throw new UsageError(`--replication: expected a whole number from 0, not ${text}`);
  return Number(text);
}

/** @throws UsageError when it is no moment of the run */
function momentOf(text: string | undefined, { start, parameters }: Scenario): Minute | null {
  if (text === undefined) return null;
  try {
    const minute = minuteOf(parsePoint(text), parseDate(start));
    if (minute < parameters.duration) return minute;
  } catch (error) {
    if (!(error instanceof TextError)) throw error;
    throw new UsageError(`--at: ${error.message}`);
  }
  throw new UsageError(`--at: the run is over by ${text}`);
}

/** Runs after which an answer is half done, as far as can be guessed before. */
const TYPICAL_RUNS = 20;

/** Shows progress, and lets the user interrupt. */
function startWork({ quiet }: ExplainArguments, host: ProcessHost) {
  const progress = new Progress({ sink: host.stderr, clock: host.milliseconds, quiet });
  const interruption = new Interruption(host);
  return {
    checkpoint: async (runs: number) => {
      progress.update(runs / (runs + TYPICAL_RUNS), `what would have changed it: ${runs} runs`);
      await interruption.checkpoint();
    },
    end: () => {
      progress.clear();
      interruption.release();
    },
  };
}
