import { SequentialProportion } from '../../experiments/statistics/sequential-proportion.ts';
import { makeCandidate } from './candidate.ts';
import type { Context, Option } from './context.ts';
import { Evidence, type Simulate } from './evidence.ts';
import { CONFIDENCE, SCREENING, type SearchListeners } from './search.ts';
import type { Dimension } from './space.ts';

/** What is left of the options of all networks. */
export interface ScreenedOptions {
  readonly dimensions: readonly Dimension[];
  /** The options that were dropped, a phrase each. */
  readonly dropped: readonly string[];
}

/**
 * Where all combinations are too many: tries the options of each network one at a time, the other networks as they are, and drops
 * those with which the network's own machines come to Notification too often, or which break a rule there. If all would be
 * dropped, all stay: then the network may depend on what is done elsewhere.
 */
export async function screenOptions(
  context: Context,
  dimensions: readonly Dimension[],
  risk: number,
  simulate: Simulate,
  listeners: SearchListeners,
): Promise<ScreenedOptions> {
  const total = dimensions.reduce((sum, { options }) => sum + options.length, 0);
  const level = (1 - CONFIDENCE) / total;
  const dropped: string[] = [];
  const screened: Dimension[] = [];
  let done = 0;
  for (const { network, options } of dimensions) {
    const left: Option[] = [];
    for (const option of options) {
      listeners.onProgress(done++, total, SCREENING);
      if (await survives(context, network, option, risk, level, simulate)) left.push(option);
    }
    const kept = left.length > 0 ? left : options;
    screened.push({ network, options: kept });
    for (const option of options)
      if (!kept.includes(option)) dropped.push(`${network}: ${option.words.join(', ') || 'as it is'}`);
  }
  return { dimensions: screened, dropped };
}

async function survives(
  { document, design }: Context,
  network: string,
  option: Option,
  risk: number,
  level: number,
  simulate: Simulate,
): Promise<boolean> {
  const candidate = makeCandidate(document, [option]);
  // What is not valid by itself may be so together with what is done elsewhere.
  if (candidate === null) return true;
  const evidence = new Evidence(candidate, simulate);
  await evidence.reach(SCREENING);
  const own = new Set(
    [...design.estate.groups].flatMap(([name, group]) => (group.network === network ? [name] : [])),
  );
  const fails = (at: number) => evidence.at(at).groups.some((group) => own.has(group));
  if (!evidence.random) return !fails(0);
  const test = new SequentialProportion(risk, 0, level);
  for (let at = 0; at < SCREENING; at += 1) if (test.add(fails(at)) === 'above') return false;
  return true;
}
