import type { GroupParameters } from '../../model/definitions/parameters.ts';
import type { JsonObject } from '../../scenario/document/json.ts';
import { coreNetwork } from '../design/core-network.ts';
import type { Design } from '../design/design.ts';
import type { Edit } from './edits.ts';

/** The design that is to be made better. */
export interface Context {
  /** The scenario's document as it is, everything merged. */
  readonly document: JsonObject;
  readonly design: Design;
  readonly core: string | null;
  /** Whether links may be opened between networks that have none: Table 1's first answer, if the security policy allows it. */
  readonly newLinks: boolean;
  /** Whether MAK is tried in the core network too, where Table 1 recommends KMS hosts if there are enough computers. */
  readonly makInCore: boolean;
}

/** What may be done about one network. */
export interface Option {
  /** What it changes, a phrase each; none: nothing. */
  readonly words: readonly string[];
  readonly edit: Edit;
}

export const KEEP: Option = { words: [], edit: (document) => document };

/** Looks at a design from all sides that options are made of. */
export function contextOf(
  document: JsonObject,
  design: Design,
  choices: Pick<Context, 'newLinks' | 'makInCore'>,
): Context {
  return { document, design, core: coreNetwork(design), ...choices };
}

/** The groups of a network that are to be activated, by name. */
export function groupsOn({ design }: Context, network: string): [string, GroupParameters][] {
  return [...design.estate.groups].filter(
    ([, group]) => group.network === network && group.count > 0 && group.method.type !== 'none',
  );
}

/** Whether a network's own physical computers reach a threshold: what Table 1 asks first. */
export function reachesThreshold({ design }: Context, network: string, threshold: number): boolean {
  const physical = [...design.estate.groups.values()]
    .filter((group) => group.network === network && !group.virtual)
    .reduce((sum, { count }) => sum + count, 0);
  return physical >= threshold;
}

/** The KMS hosts of a network, by name. */
export function hostsOn({ design }: Context, network: string): string[] {
  return [...design.estate.hosts].filter(([, host]) => host.network === network).map(([name]) => name);
}
