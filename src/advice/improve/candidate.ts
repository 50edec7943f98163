import type { JsonObject } from '../../scenario/document/json.ts';
import type { ScenarioErrorName } from '../../scenario/errors/scenario-errors.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { validateScenario } from '../../scenario/validate-scenario.ts';
import { DiagnosticCollector } from '../../text/diagnostic-collector.ts';
import { Design } from '../design/design.ts';
import { WARNINGS, type WarningName } from '../warnings/warnings.ts';
import type { Option } from './context.ts';
import { asTree, mapAt, mergePatchBetween } from './document.ts';
import { type Floor, floorOf } from './price.ts';
import { idleHosts, repairsOf } from './repairs.ts';
import { keepsDesign } from './timeline.ts';

/** A design that may be better. */
export interface Candidate {
  /** What it changes, a phrase each; none: it is the design as it is. */
  readonly words: readonly string[];
  readonly document: JsonObject;
  /** The merge patch that makes it of the design as it is. */
  readonly patch: JsonObject;
  readonly scenario: Scenario;
  readonly floor: Floor;
  /** Rules of the guide that it breaks, each as a warning says it. */
  readonly broken: readonly string[];
}

/** Warnings of a design that cannot work as it is meant, so that it is not proposed. The others are about risks, which runs show. */
const RULES: readonly WarningName[] = [
  'network-without-zone',
  'zone-without-host',
  'zone-not-updatable',
  'dns-blocked',
  'kms-blocked',
  'key-group-too-low',
  'vista-host-for-servers',
  'host-too-old',
  'host-too-new',
  'key-not-for-host',
  'threshold-out-of-reach',
  'clones-count-once',
  'host-cannot-activate',
  'too-many-hosts-on-key',
  'too-many-activations',
  'mak-pool-too-small',
  'mak-out-of-reach',
  'proxy-out-of-reach',
  'lab-outlives-rearms',
];

/** Rounds in which a design is repaired: what one repair brings about, such as another key, the next may have to follow. */
const MAX_REPAIRS = 4;

/**
 * Makes a design from options: applies them, takes away the hosts that nobody asks any more, and repairs what would be dead on
 * paper.
 *
 * @param base the design as it is
 * @returns `null` when that is no valid scenario
 */
export function makeCandidate(base: JsonObject, options: readonly Option[]): Candidate | null {
  const words = options.flatMap((option) => option.words);
  let document = options.reduce((changed, { edit }) => edit(changed), base);
  for (let round = 0; ; round += 1) {
    const scenario = scenarioOf(document);
    if (scenario === null) return null;
    const design = new Design(scenario.parameters);
    const repairs = round === MAX_REPAIRS ? [] : upkeepOf(design, document);
    if (repairs.length === 0) return candidateOf(base, document, scenario, design, words);
    words.push(...repairs.flatMap((repair) => repair.words));
    document = repairs.reduce((changed, { edit }) => edit(changed), document);
  }
}

/** The design as it is, whatever is wrong with it. */
export function unchanged(base: JsonObject): Candidate {
  const scenario = scenarioOf(base);
  if (scenario === null) throw new Error('the design was loaded, and now it is not valid');
  return candidateOf(base, base, scenario, new Design(scenario.parameters), []);
}

/** Idle hosts go first: then nothing is repaired for them. */
function upkeepOf(design: Design, document: JsonObject): Option[] {
  const idle = keepsDesign(design.estate.timeline) ? idleHosts(design, document) : [];
  return idle.length > 0 ? idle : repairsOf(design);
}

function candidateOf(
  base: JsonObject,
  document: JsonObject,
  scenario: Scenario,
  design: Design,
  words: readonly string[],
): Candidate {
  const patch = mergePatchBetween(base, document);
  const broken = brokenRules(design, document);
  return { words, document, patch, scenario, floor: floorOf(scenario.parameters), broken };
}

/** What warnings say of a design, without those that the planner has accepted. */
function brokenRules(design: Design, document: JsonObject): string[] {
  const accepted = mapAt(document, 'accept');
  const subject = { design, written: document };
  return RULES.filter((name) => !Object.hasOwn(accepted, name)).flatMap((name) =>
    WARNINGS[name].check(subject).map(({ message }) => `${name}: ${message}`),
  );
}

function scenarioOf(document: JsonObject): Scenario | null {
  const diagnostics = new DiagnosticCollector<ScenarioErrorName>();
  return validateScenario(asTree(document), 'candidate', diagnostics) ?? null;
}
