import type { ProcessIdentity } from '../../recording/folder/process-identity.ts';
import type { ExitCode } from './exit-codes.ts';

/** A standard stream that is written to. */
export interface Sink {
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Characters in a line of the terminal; undefined elsewhere. */
  readonly columns: number | undefined;
}

/** Questions to whoever sits at the terminal. */
export interface Dialog {
  /**
   * Asks for a line.
   *
   * @returns null at the end of input
   * @throws Interrupted at Ctrl-C
   */
  ask(prompt: string): Promise<string | null>;
  close(): void;
}

/** Everything that a command sees of the process it runs in. */
export interface ProcessHost extends ProcessIdentity {
  /** The arguments after the program's name. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /**
   * Absolute path of the folder that relative names start from.
   *
   * @throws CommandLineError when it was removed meanwhile
   */
  readonly currentFolder: string;
  /** Node.js and the system, as fault reports name them. */
  readonly runtime: string;
  /** Data. */
  readonly stdout: Sink;
  /** Everything else. */
  readonly stderr: Sink;
  /** A clock for progress, in milliseconds from any moment. */
  milliseconds(): number;
  /**
   * Reads standard input to its end.
   *
   * @returns null when it is longer than `limit` bytes
   */
  readStdin(limit: number): Promise<Uint8Array | null>;
  /** Whether somebody sits there who reads standard output and can answer questions. */
  readonly canAsk: boolean;
  /** Begins to ask whoever sits at the terminal; until it is closed the program does not end by itself. */
  openDialog(): Dialog;
  /**
   * Calls a listener whenever the user or the system asks the program to end.
   *
   * @returns what stops the calls; from then on the program ends at once
   */
  onInterruption(listener: () => void): () => void;
  /** Bytes of memory that the computer, or the container, has. */
  readonly memory: number;
  /**
   * Bytes that may still be written where a file or folder is to be, by its absolute path; `null` where the system does not
   * say.
   */
  freeSpace(place: string): number | null;
  /** Performs the whole command line in a thread of its own; `null` in such a thread. */
  readonly runInThread: (() => Promise<ExitCode>) | null;
  /**
   * Says what is to be removed if the work is ended from outside.
   *
   * @param staging the folder in the making; `null` when there is none any more
   * @param parents folders that were made for it, from the outside in: they go if they are empty
   */
  halfWritten(staging: string | null, parents: readonly string[]): void;
  /** Ends the program without waiting for anything. */
  exitNow(code: ExitCode): never;
}
