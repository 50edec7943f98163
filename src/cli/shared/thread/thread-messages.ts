import type { ExitCode } from '../exit-codes.ts';

/** What a thread that performs a command is started with. */
export interface ThreadStart {
  readonly args: readonly string[];
  readonly stdout: StreamKind;
  readonly stderr: StreamKind;
}

/** What is to be known of a standard stream before something is written to it. */
export interface StreamKind {
  readonly isTerminal: boolean;
  /** When the command began. */
  readonly columns: number | undefined;
}

/** What the thread tells the process. */
export type FromThread =
  | { readonly kind: 'stdout' | 'stderr'; readonly text: string }
  /** Asks for standard input, to its end. */
  | { readonly kind: 'read-stdin'; readonly limit: number }
  /** Folders to remove if the thread has to be ended, from the outside in; those that are made, then what is in them. */
  | { readonly kind: 'half-written'; readonly staging: string | null; readonly parents: readonly string[] }
  | { readonly kind: 'done'; readonly code: ExitCode };

/** What the process tells the thread. */
export type ToThread =
  | { readonly kind: 'interrupted' }
  /** Standard input; `null` when it is longer than asked for. */
  | { readonly kind: 'stdin'; readonly bytes: Uint8Array | null };
