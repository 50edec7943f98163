import { setImmediate } from 'node:timers/promises';
import type { Design } from '../../experiments/replications/design.ts';
import { isRandom } from '../../experiments/replications/randomness.ts';
import type { GridPoint } from '../../experiments/sweeps/grid.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Diagnostic } from '../../text/diagnostics.ts';
import { loadNamed, reportDiagnostics } from '../shared/input/load-scenario.ts';
import type { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import type { SweepArguments } from './options.ts';

/** A scenario as it is at one point of a grid. */
export interface LoadedPoint {
  readonly point: GridPoint;
  readonly scenario: Scenario;
}

/**
 * Loads the scenario at every point of the grid.
 *
 * @returns null when it is wrong at a point; the errors of the first such point were shown
 * @throws CommandLineError when the file does not exist
 */
export async function loadPoints(
  args: SweepArguments,
  points: readonly GridPoint[],
  host: ProcessHost,
  messages: Messages,
): Promise<LoadedPoint[] | null> {
  const remembering = rememberingInput(host);
  const loaded: LoadedPoint[] = [];
  for (const point of points) {
    const set = [...(args.set ?? []), ...point.overrides.map(({ path, value }) => `${path}=${value}`)];
    const result = await loadNamed(args.FILE, { set, seed: args.seed }, remembering);
    if (!result.ok) {
      if (points.length > 1) messages.error(`vasim: the scenario is wrong at the point ${point.name}`);
      reportDiagnostics(
        result.diagnostics.map((diagnostic) => asVaried(diagnostic, point)),
        messages,
      );
      return null;
    }
    loaded.push({ point, scenario: result.scenario });
    await setImmediate();
  }
  return loaded;
}

/** The points as designs, each with the point's name. */
export function designsOf(loaded: readonly LoadedPoint[]): Design[] {
  return loaded.map(({ point, scenario: { title, start, parameters, resolved } }) => ({
    name: point.name,
    title,
    start,
    parameters,
    resolved,
    random: isRandom(parameters),
  }));
}

/** The point's own settings were given by `--vary`, not by `--set`. */
function asVaried(diagnostic: Diagnostic, { overrides }: GridPoint): Diagnostic {
  const { place } = diagnostic;
  const varied = place !== null && overrides.some(({ path }) => place.file === `--set ${path}`);
  if (!varied) return diagnostic;
  return { ...diagnostic, place: { ...place, file: place.file.replace('--set', '--vary') } };
}

/** Standard input can be read only once, and every point reads it. */
function rememberingInput(host: ProcessHost): ProcessHost {
  let input: Promise<Uint8Array | null> | undefined;
  return {
    ...host,
    readStdin: (limit) => {
      input ??= host.readStdin(limit);
      return input;
    },
  };
}
