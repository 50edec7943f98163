/** What one run took: CPU time, so that other work on the machine disturbs less. */
export interface Measured {
  /** What was done so often: contacts, or rows written. */
  readonly contacts: number;
  readonly seconds: number;
  /** Resident memory at the end, in MB. */
  readonly memory: number;
}

/**
 * Measures some work.
 *
 * @param run does it, and says how many contacts it made
 */
export function timed(run: () => number): Measured {
  const before = process.cpuUsage();
  const contacts = run();
  const { user, system } = process.cpuUsage(before);
  return { contacts, seconds: (user + system) / 1e6, memory: process.memoryUsage().rss / 1e6 };
}
