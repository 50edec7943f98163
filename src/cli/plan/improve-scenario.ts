import { resolve } from 'node:path';
import { improve } from '../../advice/improve/improve.ts';
import { blockFile, designName, designsBlock } from '../../advice/improve/text/block.ts';
import {
  type ImprovementPage,
  improvementAsJson,
  improvementAsMarkdown,
  improvementForTerminal,
  TRIED_COLUMNS,
  triedRows,
} from '../../advice/improve/text/improvement-text.ts';
import { campaignNeeds } from '../../experiments/needs/campaign-needs.ts';
import type { OpenRunFolder } from '../../recording/folder/run-folder.ts';
import type { Loaded } from '../../scenario/load.ts';
import { escapeInvisible } from '../../text/visible-text.ts';
import { UsageError } from '../shared/command-line-error.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { chooseDesign } from '../shared/input/choose-design.ts';
import { fileNameOf, nameOf } from '../shared/input/load-scenario.ts';
import { announceNeeds } from '../shared/memory/announce-needs.ts';
import type { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { recordedCommand } from '../shared/results/recorded-command.ts';
import { makeResultsFolder, type ResultsWork } from '../shared/results/results-folder.ts';
import { writeTextFile } from '../shared/results/write-text.ts';
import { readVersion } from '../shared/version.ts';
import { CandidateSimulator } from './candidate-simulator.ts';
import { type ImproveRequest, readImproveOptions } from './improve-options.ts';
import { PLAN_OPTIONS, type PlanArguments } from './options.ts';

/**
 * Performs `vasim plan --improve`: looks for a better design, shows it with what was tried, and leaves it in a folder.
 *
 * @throws CommandLineError, RunFolderError, Interrupted; Error when a replication fails twice
 */
export async function improveScenario(
  loaded: Loaded,
  args: PlanArguments,
  host: ProcessHost,
  messages: Messages,
): Promise<ExitCode> {
  const request = readImproveOptions(args);
  requireOtherFile(args, host);
  const scenario = chooseDesign(loaded, args.design);
  const { parameters } = scenario;
  const size = { designs: [parameters], replications: 1, workers: request.workers, usesDays: false };
  announceNeeds('each run', campaignNeeds(size), host, messages);
  const suffix = args.design === undefined ? '' : `-${args.design}`;
  const { result, shownPlace } = await makeResultsFolder(
    { name: `plan-${nameOf(args.FILE)}${suffix}-improve`, args },
    host,
    async (work) => {
      const page = await search(loaded, args.design, request, host, messages, work);
      fill(work.folder, page, fileNameOf(args.FILE));
      return {
        result: page,
        provenance: {
          version: readVersion(),
          seed: scenario.seed,
          commandLine: recordedCommand('plan', [args.FILE], PLAN_OPTIONS, args),
          scenario: scenario.resolved,
        },
      };
    },
  );
  if (args.json) host.stdout.write(json(result));
  else if (!args.quiet) host.stdout.write(`${escapeInvisible(improvementForTerminal(result).join('\n'))}\n`);
  messages.info(`What was tried is in ${shownPlace}`);
  if (result.block === null) return EXIT.expectationFailed;
  if (args.write !== undefined) {
    const text = blockFile(result.block, fileNameOf(args.FILE));
    writeTextFile(resolve(host.currentFolder, args.write), args.write, text);
    messages.info(`The block is in ${args.write}`);
  }
  return EXIT.done;
}

async function search(
  loaded: Loaded,
  design: string | undefined,
  { risk, maxReplications, newLinks, workers, fresh }: ImproveRequest,
  host: ProcessHost,
  messages: Messages,
  work: ResultsWork,
): Promise<ImprovementPage> {
  const scenario = chooseDesign(loaded, design);
  const simulator = new CandidateSimulator({ workers, fresh }, host, messages, work);
  try {
    const improvement = await improve(scenario, { risk, maxReplications, newLinks }, simulator.simulate, {
      onProgress: (done, total, replications) =>
        work.progress.update(
          done / total,
          `design ${done + 1} of ${total}, up to ${replications} replications`,
        ),
    });
    const name = designName(new Set(loaded.designs.keys()));
    const { chosen, patch } = improvement;
    const block =
      chosen === null || patch === null ? null : designsBlock(name, chosen.candidate.words, patch);
    return { title: scenario.title, improvement, name, block };
  } finally {
    work.progress.clear();
    await simulator.close();
  }
}

/** @throws UsageError when the block would replace the scenario */
function requireOtherFile({ write, FILE }: PlanArguments, { currentFolder }: ProcessHost): void {
  if (write !== undefined && resolve(currentFolder, write) === resolve(currentFolder, FILE))
    throw new UsageError(`--write ${write} would replace the scenario; name another file`);
}

function fill(folder: OpenRunFolder, page: ImprovementPage, file: string): void {
  folder.writeFile('improvement.md', improvementAsMarkdown(page));
  folder.writeFile('improvement.json', json(page));
  if (page.block !== null) folder.writeFile('design.yaml', blockFile(page.block, file));
  const table = folder.openCsv('tried.csv', TRIED_COLUMNS);
  for (const row of triedRows(page.improvement)) table.write(row);
}

function json(page: ImprovementPage): string {
  return `${JSON.stringify(improvementAsJson(page), null, 2)}\n`;
}
