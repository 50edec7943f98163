import type { Provenance } from '../../recording/folder/manifest.ts';
import { type OpenRunFolder, openRunFolder } from '../../recording/folder/run-folder.ts';
import { Interrupted, Interruption } from '../interruption.ts';
import type { Outside } from '../outside.ts';
import { Progress } from '../progress.ts';

/** What it takes to fill a folder of results while the user is kept informed and can end the work. */
export interface FolderWork {
  readonly folder: OpenRunFolder;
  readonly progress: Progress;
  readonly interruption: Interruption;
  /** Is aborted, with {@link Interrupted} as its reason, at the moment in which the user wants to end. */
  readonly signal: AbortSignal;
}

/** What a folder was filled with. */
export interface Filled<Result> {
  readonly provenance: Provenance;
  readonly result: Result;
}

/**
 * Leaves a whole folder in its place, or nothing.
 *
 * @param place absolute path of the folder to come
 * @throws RunFolderError, Interrupted, or whatever `fill` throws
 */
export async function fillFolder<Result>(
  place: string,
  outside: Outside,
  quiet: boolean | undefined,
  fill: (work: FolderWork) => Promise<Filled<Result>>,
): Promise<Result> {
  const progress = new Progress({ sink: outside.errors, clock: outside.milliseconds, quiet });
  const interruption = new Interruption(outside);
  const controller = new AbortController();
  const release = outside.onInterruption(() => controller.abort(new Interrupted()));
  try {
    const folder = openRunFolder({ place, currentFolder: outside.currentFolder, self: outside });
    interruption.onRepeat(() => folder.discard());
    try {
      const { provenance, result } = await fill({
        folder,
        progress,
        interruption,
        signal: controller.signal,
      });
      await interruption.breathe();
      folder.commit(provenance);
      return result;
    } finally {
      folder.discard();
    }
  } finally {
    progress.clear();
    release();
    interruption.release();
  }
}
