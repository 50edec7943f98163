/** What a scenario means that does not say otherwise, where more than the language itself needs to know it. */
export const STANDARDS = {
  duration: '365 d',
  seed: 42,
  /** KMS hosts that a KMS key may activate, and how often each: Planning Guide, "Activating KMS hosts". */
  keyHosts: 6,
  activationsPerHost: 10,
} as const;
