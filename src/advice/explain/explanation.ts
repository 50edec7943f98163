import type { Minute } from '../../engine/time.ts';

/** Why something is as it is in a run, and what would have changed it. */
export interface Explanation {
  /** The name of what is explained; empty when all is well with everything. */
  readonly subject: string;
  readonly kind: 'machine' | 'group' | 'network' | 'host' | 'key' | 'estate';
  /** Its license condition, or what else its state is, in a word or two. */
  readonly state: string;
  /** Since when, in minutes after the start; `null` where nothing has begun. */
  readonly since: Minute | null;
  /** What the state is, since when, because of what. */
  readonly sentence: string;
  /** What led there, oldest first. */
  readonly chain: readonly ChainLink[];
  /** What the outcome would have been different without. */
  readonly causes: readonly Cause[];
  /** Whether the outcome changes only without all of the causes; else without any one of them. */
  readonly onlyTogether: boolean;
  /** What was taken away and changed nothing. */
  readonly harmless: readonly Cause[];
  readonly remedies: readonly Remedy[];
  /** What is wrong with Office, which has licenses of its own; `null` where nothing is. */
  readonly office: OfficeExplanation | null;
  /** Runs that were simulated for the answer. */
  readonly runs: number;
}

/** Why the Office of machines is as it is, and what would have changed it. */
export interface OfficeExplanation
  extends Pick<
    Explanation,
    'state' | 'since' | 'sentence' | 'chain' | 'causes' | 'onlyTogether' | 'harmless' | 'remedies'
  > {}

/** One thing that happened, or the same thing many times. */
export interface ChainLink {
  readonly minute: Minute;
  readonly event: string;
  /** Why it followed; empty where the event says it. */
  readonly because: string;
  /** `FILE:LINE` of what the scenario says of it, or `null`. */
  readonly place: string | null;
  /** The section of the Planning Guide, or another source, or `null`. */
  readonly source: string | null;
}

/** Something that can be taken away from a scenario, or from what happened in its run. */
export interface Cause {
  /** Where the scenario has it: `timeline.1`, `failures.wan-c`, `hosts.kms-1.online`. */
  readonly path: string;
  readonly file: string | null;
  readonly line: number | null;
  /** What it is, in words. */
  readonly what: string;
  /** The setting that takes it away, or `null` for a failure that struck: no setting can say it. */
  readonly set: string | null;
  /** What becomes of the subject without it. */
  readonly outcome: string;
}

/** A change of the design, simulated with the same seed. */
export interface Remedy {
  /** What it is, in words. */
  readonly what: string;
  /** Settings as `--set` takes them, all of them together. */
  readonly set: readonly string[];
  /** What becomes of the subject then. */
  readonly outcome: string;
  readonly helps: boolean;
}
