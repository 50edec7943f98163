import { relative, resolve } from 'node:path';
import { safeFileName } from '../../../recording/folder/file-names.ts';
import type { Provenance } from '../../../recording/folder/manifest.ts';
import { type OpenRunFolder, openRunFolder } from '../../../recording/folder/run-folder.ts';
import { UsageError } from '../command-line-error.ts';
import { Interrupted, Interruption } from '../interruption.ts';
import type { ProcessHost } from '../process-host.ts';
import { Progress } from '../progress.ts';

/** Where results are to go. */
export interface ResultsRequest {
  /** The folder's name in `out/`, unless `--out` names another place; what no file system takes in it is replaced. */
  readonly name: string;
  readonly args: { readonly out?: string; readonly quiet?: boolean };
}

/** What it takes to fill a folder of results while the user is kept informed and can interrupt the work. */
export interface ResultsWork {
  readonly folder: OpenRunFolder;
  /** Absolute path at which the folder will be. */
  readonly place: string;
  readonly progress: Progress;
  readonly interruption: Interruption;
  /** Milliseconds from any moment. */
  readonly clock: () => number;
  /** Is aborted, with {@link Interrupted} as its reason, at the moment in which the user interrupts. */
  readonly signal: AbortSignal;
}

/** What a folder was filled with. */
export interface Filled<Result> {
  readonly provenance: Provenance;
  readonly result: Result;
}

/** What a command has made. */
export interface Results<Result> {
  readonly result: Result;
  /** The folder, as messages name it: relative to the current one. */
  readonly shownPlace: string;
}

/** Endings of files: who names a folder so means a file. */
const FILE_ENDING = /\.(?:html?|csv|tsv|json|ya?ml|md|txt|png|pdf|xlsx?|zip)$/i;

/**
 * Absolute path of the folder that a request is for.
 *
 * @throws UsageError where `--out` names a file
 */
export function placeOfResults({ name, args }: ResultsRequest, currentFolder: string): string {
  if (args.out !== undefined && FILE_ENDING.test(args.out)) {
    const folder = args.out.replace(FILE_ENDING, '');
    throw new UsageError(
      `--out ${args.out} names a file, and the results are a folder; write --out ${folder || 'FOLDER'}`,
    );
  }
  return resolve(currentFolder, args.out ?? `out/${safeFileName(name)}`);
}

/**
 * Makes a folder of results, whole, or leaves nothing. Every command that has results makes them here.
 *
 * @throws RunFolderError, Interrupted, or whatever `fill` throws
 */
export async function makeResultsFolder<Result>(
  { name, args }: ResultsRequest,
  host: ProcessHost,
  fill: (work: ResultsWork) => Promise<Filled<Result>>,
): Promise<Results<Result>> {
  const { currentFolder } = host;
  const place = placeOfResults({ name, args }, currentFolder);
  const progress = new Progress({ sink: host.stderr, clock: host.milliseconds, quiet: args.quiet });
  const interruption = new Interruption(host);
  const controller = new AbortController();
  const release = host.onInterruption(() => controller.abort(new Interrupted()));
  try {
    const folder = openRunFolder({ place, currentFolder, self: host });
    interruption.onRepeat(() => folder.discard());
    const { staging, parents } = folder.halfWritten;
    host.halfWritten(staging, parents);
    try {
      const { signal } = controller;
      const { provenance, result } = await fill({
        folder,
        place,
        progress,
        interruption,
        clock: host.milliseconds,
        signal,
      });
      await interruption.lastCheckpoint();
      host.halfWritten(null, []);
      folder.commit(provenance);
      return { result, shownPlace: relative(currentFolder, place) };
    } finally {
      folder.discard();
      host.halfWritten(null, []);
    }
  } finally {
    progress.clear();
    release();
    interruption.release();
  }
}
