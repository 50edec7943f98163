import type { RunNeeds } from '../../../experiments/needs/run-needs.ts';
import { groupThousands } from '../../../text/numbers.ts';
import { CommandLineError } from '../command-line-error.ts';
import type { Messages } from '../messages.ts';
import type { ProcessHost } from '../process-host.ts';
import { timeInUnits } from '../time-in-units.ts';
import { inUnits } from './bytes.ts';

/** The part of the memory that a command may take: the system and what else runs need the rest. */
const USABLE_MEMORY = 0.85;
/** Work that takes less is begun without a word. */
const LONG_MILLISECONDS = 30_000;

/** Bytes on the disk that are said before they are written. */
const LARGE_FILES = 1e9;

/** An estimate of bytes may be this many times too high: above that a run is refused, below it is only warned of. */
const CERTAIN_EXCESS = 2;

/**
 * Refuses work that the computer has too little memory for, and says how long it will take and how much it writes where
 * that is much.
 *
 * @param what is begun, such as `the run`
 * @param place absolute path of the folder of results, if there is one
 * @throws CommandLineError with what takes the memory, or that the disk has too little room
 */
export function announceNeeds(
  what: string,
  needs: RunNeeds,
  host: ProcessHost,
  messages: Messages,
  place?: string,
): void {
  const { bytes, memory, milliseconds, contacts, written } = needs;
  if (bytes > host.memory * USABLE_MEMORY) {
    const most = memory.slice(0, 2).map((need) => `${inUnits(need.bytes)} for ${need.what}`);
    throw new CommandLineError(
      `${what} needs about ${inUnits(bytes)} of memory, and this computer has ${inUnits(host.memory)}: ${most.join(', ')}; reduce these, or use a larger computer`,
    );
  }
  if (place !== undefined && written > 0)
    compareWithFree(what, written, host.freeSpace(place), place, messages);
  if (milliseconds < LONG_MILLISECONDS && written < LARGE_FILES) return;
  const files = written < LARGE_FILES ? '' : ` and writes about ${inUnits(written)}`;
  messages.info(
    `This takes about ${timeInUnits(milliseconds)} (some ${inWords(contacts)} contacts)${files}; Ctrl-C ends it`,
  );
}

/**
 * Refuses what is far larger than the room on the disk, and warns of what may be: a disk that is full ends a run late.
 *
 * @throws CommandLineError
 */
function compareWithFree(
  what: string,
  written: number,
  free: number | null,
  place: string,
  messages: Messages,
): void {
  if (free === null || written <= free) return;
  const excess = `${what} writes about ${inUnits(written)}, and ${inUnits(free)} are free at ${place}`;
  const remedy =
    'write less (`--events changes`, no `--windows-logs`, `--until`), or elsewhere (`--out FOLDER`)';
  if (written > free * CERTAIN_EXCESS) throw new CommandLineError(`${excess}: ${remedy}`);
  messages.error(`warning: ${excess}, which may not be enough: ${remedy}`);
}

const SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** A large number to two digits: `3.5 trillion`. */
function inWords(count: number): string {
  const scale = SCALES.find(([least]) => count >= least);
  if (scale === undefined) return String(Math.round(count));
  return `${groupThousands(Number((count / scale[0]).toPrecision(2)))} ${scale[1]}`;
}
