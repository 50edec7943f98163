import type { Design } from '../../experiments/replications/design.ts';
import { isRandom } from '../../experiments/replications/randomness.ts';
import type { Loaded } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Diagnostic } from '../../text/diagnostics.ts';
import { formatDuration } from '../../text/duration.ts';
import { UsageError } from '../shared/command-line-error.ts';
import { loadNamed, reportDiagnostics, requireFile } from '../shared/input/load-scenario.ts';
import type { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { scenarioNames } from './names.ts';
import type { CompareArguments } from './options.ts';

/** The designs that are compared, and the scenarios that they come from. */
export interface LoadedDesigns {
  readonly designs: readonly Design[];
  readonly scenarios: readonly Scenario[];
}

/**
 * Loads the designs that are compared: every file, each followed by its own variants. All get one seed.
 *
 * @returns null when a scenario is wrong; every error was shown
 * @throws CommandLineError when a file does not exist or is given twice, or two designs have one name
 */
export async function loadDesigns(
  args: CompareArguments,
  host: ProcessHost,
  messages: Messages,
): Promise<LoadedDesigns | null> {
  const names = scenarioNames(args.FILE, host.currentFolder);
  for (const file of args.FILE) requireFile(file, host.currentFolder);
  const loaded = await loadAll(args, host, messages);
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
  if (twice !== undefined) throw new UsageError(`two designs are named ${twice.name}; rename one`);
  return {
    designs: withOneSeed(scenarios, messages),
    scenarios: scenarios.map(({ scenario }) => scenario),
  };
}

/** Loads all files, so that the errors of all are shown; an error of a file that several extend is shown once. */
async function loadAll(
  args: CompareArguments,
  host: ProcessHost,
  messages: Messages,
): Promise<Loaded[] | null> {
  const loaded: Loaded[] = [];
  const diagnostics = new Map<string, Diagnostic>();
  for (const file of args.FILE) {
    const result = await loadNamed(file, args, host);
    if (result.ok) loaded.push(result);
    else for (const diagnostic of result.diagnostics) diagnostics.set(JSON.stringify(diagnostic), diagnostic);
  }
  reportDiagnostics([...diagnostics.values()], messages);
  return diagnostics.size > 0 ? null : loaded;
}

interface NamedScenario {
  readonly name: string;
  readonly scenario: Scenario;
}

/** Warns of designs that cover different periods: their totals differ for that alone. */
function warnOfPeriods([first, ...others]: readonly NamedScenario[], messages: Messages): void {
  for (const { name, scenario } of others) {
    const differences = [
      scenario.start !== first.scenario.start && `starts on ${scenario.start}`,
      scenario.parameters.duration !== first.scenario.parameters.duration &&
        `lasts ${formatDuration(scenario.parameters.duration)}`,
    ].filter((difference) => difference !== false);
    if (differences.length === 0) continue;
    messages.info(
      `${name} ${differences.join(' and ')}, unlike ${first.name}: designs cover different periods, so totals are not comparable`,
    );
  }
}

/** Warns of designs whose prices are in another currency: nothing is converted. */
function warnOfCurrencies(scenarios: readonly NamedScenario[], messages: Messages): void {
  const priced = scenarios.flatMap(({ name, scenario: { parameters } }) =>
    parameters.prices === null ? [] : [{ name, currency: parameters.prices.currency }],
  );
  for (const { name, currency } of priced.slice(1))
    if (currency !== priced[0].currency)
      messages.info(
        `${name} has prices in ${currency}, ${priced[0].name} in ${priced[0].currency}: nothing is converted, so costs are not comparable`,
      );
}

/** All designs get the seed of the first: only then do they share their random numbers. */
function withOneSeed(scenarios: readonly NamedScenario[], messages: Messages): Design[] {
  warnOfPeriods(scenarios, messages);
  warnOfCurrencies(scenarios, messages);
  const { seed } = scenarios[0].scenario;
  const others = scenarios.filter(({ scenario }) => scenario.seed !== seed).map(({ name }) => name);
  if (others.length > 0)
    messages.info(
      `${others.join(', ')}: run with the seed ${seed} of ${scenarios[0].name} instead of its own`,
    );
  return scenarios.map(({ name, scenario: { title, start, parameters, resolved, ...own } }) => ({
    name,
    title,
    start,
    parameters: { ...parameters, seed },
    resolved: own.seed === seed ? resolved : { ...resolved, seed },
    random: isRandom(parameters),
  }));
}
