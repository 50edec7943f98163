import type { EventChoice } from '../../recording/run-recorder.ts';
import type { ArgumentsOf, Command } from '../command.ts';
import { COMMON_OPTIONS } from '../common-options.ts';

/** Written out once more: to import the recorder would make help slow. */
const EVENT_CHOICES = ['changes', 'all', 'none'] as const satisfies readonly EventChoice[];

const OPTIONS = {
  ...COMMON_OPTIONS,
  until: {
    type: 'string',
    requiresArg: true,
    describe: 'how long to simulate, such as "90 d", in place of the scenario\'s duration',
  },
  events: {
    type: 'string',
    requiresArg: true,
    choices: EVENT_CHOICES,
    default: 'changes',
    describe: 'what events.csv lists: what changed, also every contact, or nothing',
  },
  design: {
    type: 'string',
    requiresArg: true,
    describe: "one of the scenario's `designs` in place of the scenario itself",
  },
  'windows-logs': {
    type: 'string',
    requiresArg: true,
    describe: "GROUP: also write the logs that Windows would keep, of each KMS host and that group's clients",
  },
} as const;

/** The options and words of `vasim run`. */
export type RunArguments = ArgumentsOf<typeof OPTIONS, { FILE: string }>;

export const runCommand: Command<RunArguments> = {
  usage: 'run <FILE>',
  summary: 'simulate a scenario and write what happened',
  description:
    'Simulates the estate that a scenario describes, minute by minute, and leaves a folder of tables (CSV), figures (summary.json), charts and a manifest that says how it was made. A folder of an earlier run is replaced as a whole; any other is refused.',
  words: { FILE: 'the scenario: YAML or JSON; - reads standard input' },
  options: OPTIONS,
  examples: [
    ['$0 run branch.yaml', 'results go to out/branch'],
    ['$0 run branch.yaml --set machines.desks.count=30', 'what if there were more?'],
    ['$0 run branch.yaml --until "60 d" --events all', 'every contact of 60 days'],
    ['$0 run branch.yaml --windows-logs desktops', 'rehearse scripts that read event logs'],
    ['$0 run branch.yaml --json --quiet', 'figures for a script'],
  ],
  async perform(args, outside) {
    const { runScenario } = await import('../run-scenario.ts');
    return runScenario(args, outside);
  },
};
