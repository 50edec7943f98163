import type { Design } from '../../experiments/replications/design.ts';
import type { Loaded } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { formatDiagnostic } from '../../text/diagnostics.ts';
import { formatDuration } from '../../text/duration.ts';
import { CommandLineError } from '../command-line-error.ts';
import type { CompareArguments } from '../commands/compare-options.ts';
import type { Messages } from '../messages.ts';
import { loadNamed, requireFile } from '../named-scenario.ts';
import type { Outside } from '../outside.ts';
import { parseOverrides } from '../overrides.ts';
import { scenarioNames } from './names.ts';

/**
 * Loads the designs that are compared: every file, each followed by its own variants. All get one seed.
 *
 * @returns null when some scenario is wrong: every error was shown
 * @throws CommandLineError when a file does not exist or is named twice, or a name is no design's own
 */
export async function loadDesigns(
  args: CompareArguments,
  outside: Outside,
  messages: Messages,
): Promise<Design[] | null> {
  const names = scenarioNames(args.FILE, outside.currentFolder);
  for (const file of args.FILE) requireFile(file, outside.currentFolder);
  const loaded = await loadAll(args, outside, messages);
  if (loaded === null) return null;
  const scenarios = loaded.flatMap(({ scenario, designs }, index) => [
    { name: names[index], scenario },
    ...[...designs].map(([variant, changed]) => ({
      name: loaded.length === 1 ? variant : `${names[index]}-${variant}`,
      scenario: changed,
    })),
  ]);
  const twice = scenarios.find(
    ({ name }, index) => scenarios.findIndex((other) => other.name === name) !== index,
  );
  if (twice !== undefined)
    throw new CommandLineError(`two designs are called ${twice.name}; rename one`, 'vasim compare');
  return withOneSeed(scenarios, messages);
}

async function loadAll(
  args: CompareArguments,
  outside: Outside,
  messages: Messages,
): Promise<Loaded[] | null> {
  const options = { overrides: parseOverrides(args.set), seed: args.seed };
  const loaded: Loaded[] = [];
  const errors = new Set<string>();
  for (const word of args.FILE) {
    const result = await loadNamed(word, options, outside);
    if (result.ok) loaded.push(result);
    else for (const diagnostic of result.diagnostics) errors.add(formatDiagnostic(diagnostic));
  }
  for (const error of errors) messages.complain(error);
  return errors.size > 0 ? null : loaded;
}

interface NamedScenario {
  readonly name: string;
  readonly scenario: Scenario;
}

/** Says of designs that are not about the same time that their sums differ for that alone. */
function warnOfUnlike([first, ...others]: readonly NamedScenario[], messages: Messages): void {
  for (const { name, scenario } of others) {
    const unlike = [
      scenario.start !== first.scenario.start && `start on ${scenario.start}`,
      scenario.parameters.duration !== first.scenario.parameters.duration &&
        `length of ${formatDuration(scenario.parameters.duration)}`,
    ].filter((difference) => difference !== false);
    if (unlike.length === 0) continue;
    messages.say(`${name}: unlike ${first.name} by its ${unlike.join(', ')}: sums differ for that alone`);
  }
}

/** The seed of the first goes for all: only so do they share their random numbers. */
function withOneSeed(scenarios: readonly NamedScenario[], messages: Messages): Design[] {
  warnOfUnlike(scenarios, messages);
  const { seed } = scenarios[0].scenario;
  const others = scenarios.filter(({ scenario }) => scenario.seed !== seed).map(({ name }) => name);
  if (others.length > 0)
    messages.say(`${others.join(', ')}: run with the seed ${seed} of ${scenarios[0].name}, not with another`);
  return scenarios.map(({ name, scenario: { title, start, parameters, resolved, ...own } }) => ({
    name,
    title,
    start,
    parameters: { ...parameters, seed },
    resolved: own.seed === seed ? resolved : { ...resolved, seed },
  }));
}
