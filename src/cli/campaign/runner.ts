import { Campaign, type ResultsByReplication } from '../../experiments/replications/campaign.ts';
import type { Design } from '../../experiments/replications/design.ts';
import type { Program } from '../../experiments/replications/design-hash.ts';
import { hashOfProgramCode } from '../../experiments/replications/program-code.ts';
import { keptBeside } from '../../experiments/replications/replication-cache.ts';
import { reasonOf } from '../../experiments/replications/run-tasks.ts';
import type { Messages } from '../messages.ts';
import type { Outside } from '../outside.ts';
import { readVersion } from '../version.ts';
import type { FolderWork } from './fill-folder.ts';
import type { CampaignPlan } from './plan.ts';

/** What is to be run, and for which folder. */
export interface CampaignWork {
  readonly designs: readonly Design[];
  readonly plan: CampaignPlan;
  /** Absolute path of the folder of results. */
  readonly place: string;
  /** Whether what is kept is forgotten first. */
  readonly fresh: boolean;
}

/** What the replications gave. */
export interface CampaignOutcome {
  /** By design. */
  readonly results: readonly ResultsByReplication[];
  /** Marks the results of each design. */
  readonly hashes: readonly string[];
}

/** What a command wants to know while a campaign goes on. */
export interface CampaignWatch {
  /** Results of earlier runs were looked through, and so many lines and files are damaged or foreign. */
  onKept(damage: number): void;
  /** Another replication is done, of those that this campaign had to run. */
  onProgress(done: number, total: number): void;
}

/** Opens the campaigns of one command and tells the user how they go. */
export class CampaignRunner {
  /** Absolute path of the folder that keeps results. */
  readonly keptIn: string;
  private readonly work: CampaignWork;
  private readonly outside: Outside;
  private readonly messages: Messages;
  private readonly folderWork: FolderWork;
  private readonly program: Program = { version: readVersion(), code: hashOfProgramCode() };
  private ran = 0;
  private taken = 0;

  constructor(work: CampaignWork, outside: Outside, messages: Messages, folderWork: FolderWork) {
    this.keptIn = keptBeside(work.place);
    this.work = work;
    this.outside = outside;
    this.messages = messages;
    this.folderWork = folderWork;
  }

  /** Replications that are there, in all campaigns together: run, or kept from earlier. */
  get done(): number {
    return this.ran + this.taken;
  }

  /** A campaign of some of the designs; whoever asks for it closes it. */
  open(designs: readonly Design[], watch: CampaignWatch): Campaign {
    return new Campaign({
      designs,
      program: this.program,
      keptIn: this.keptIn,
      fresh: this.work.fresh,
      self: this.outside,
      workers: this.work.plan.workers,
      signal: this.folderWork.signal,
      listeners: {
        onKept: (found, damage) => {
          this.taken += found;
          watch.onKept(damage);
        },
        onProgress: (done, total) => {
          this.ran += 1;
          watch.onProgress(done, total);
        },
        onRetry: (design, replication, error) =>
          this.messages.complain(
            `replication ${replication} of ${design} broke off (${reasonOf(error)}); it is run once more`,
          ),
      },
    });
  }

  /** Shows how many replications are done. */
  show(done: number, total: number): void {
    this.folderWork.progress.update(done / total, `${done} of ${total} replications`);
  }

  /** Says that so many of the kept results are no good, if any. */
  tellDamage(damage: number): void {
    if (damage === 0) return;
    this.messages.complain(
      `${damage} of the kept results in ${this.keptIn} are damaged or not vasim's; what they may have held is run again (--fresh forgets them)`,
    );
  }

  /** Says what was run, when all campaigns are closed. */
  tellEnd(): void {
    const { progress, signal } = this.folderWork;
    progress.clear();
    const rest = signal.aborted ? '; the same command goes on from there' : '';
    this.messages.say(`Replications: ${this.ran} run, ${this.taken} kept from earlier${rest}`);
  }
}
