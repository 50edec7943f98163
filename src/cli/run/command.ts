import type { Command } from '../shared/command.ts';
import { RUN_OPTIONS, type RunArguments } from './options.ts';

/** `vasim run`. */
export const runCommand: Command<RunArguments> = {
  usage: 'run <FILE>',
  summary: 'simulate a scenario and write what happened',
  description:
    'Simulates the estate that a scenario describes, minute by minute, and leaves a folder of tables (CSV), figures (summary.json), charts and a manifest that says how it was made. A folder of an earlier run is replaced as a whole; any other is refused.',
  positionals: { FILE: 'the scenario: YAML or JSON; - reads standard input' },
  options: RUN_OPTIONS,
  examples: [
    ['$0 run branch.yaml', 'results go to out/branch'],
    ['$0 run branch.yaml --set machines.desks.count=30', 'what if there were more?'],
    ['$0 run branch.yaml --until "60 d" --events all', 'every contact of 60 days'],
    ['$0 run branch.yaml --windows-logs all', 'rehearse scripts that read event logs'],
    ['$0 run branch.yaml --json --quiet', 'figures for a script'],
  ],
  async perform(args, host) {
    const { runScenario } = await import('./perform.ts');
    return runScenario(args, host);
  },
};
