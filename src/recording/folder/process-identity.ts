/** Who makes a folder, distinguished from other processes that make the same one. */
export interface ProcessIdentity {
  readonly processId: number;
  /** Name of the computer: a process id means nothing on another one. */
  readonly hostname: string;
  /**
   * How long a rename or a removal is tried again that another program blocks, in milliseconds: some seconds on Windows, where a
   * file that is open cannot be moved; 0 elsewhere.
   */
  readonly retryMilliseconds: number;
  /** Whether a process of this computer is running. */
  isRunning(processId: number): boolean;
  /**
   * When a process started, in any form: in containers every process has the number 1, and numbers come again.
   *
   * @returns null where that cannot be found out; of the own process it always can
   */
  startOf(processId: number): string | null;
}
