import type { Minute } from '../../engine/time.ts';

/** What the closing words of a run can be about, with its meaning. */
export const FINDINGS = {
  run: 'what was simulated',
  licensed: 'how many machines were licensed, and how soon',
  unmanaged: 'machines that are not activated by design',
  'end-states': 'machines that reached the end of their grace, or that none did',
  'first-end': 'the first machine that did, and why',
  office: 'on how many machines Office was licensed, or reached Notification, and what it was answered',
  'host-failed': 'a KMS host that is not activated, or was not for a time that mattered',
  'count-lost': 'a host whose count fell below what its clients need, and why',
  'pool-empty': 'a key that ran out of activations',
  'due-grace': 'graces that end after the end of the run',
  'due-lapse': 'licenses that lapse after the end of the run',
  end: 'how many machines are licensed at the end',
} as const;

export type FindingKind = keyof typeof FINDINGS;

/** A sentence or two of the closing words. */
export interface Finding {
  readonly kind: FindingKind;
  readonly text: string;
  /** When it happened, or is due; `null` for what has no moment. */
  readonly minute: Minute | null;
  /** The machine, host or key that it is about; `null` for the estate. */
  readonly subject: string | null;
}
