import type { SweepQuestion } from '../../../experiments/sweeps/findings.ts';
import type { Messages } from '../messages.ts';
import type { ResultsWork } from '../results/results-folder.ts';
import type { CampaignContent } from './content.ts';

/** What many replications are run for: how the findings are made, written and shown. */
export interface CampaignKind<Findings> {
  /** The grid that is swept; undefined for a comparison. */
  readonly grid: SweepQuestion | undefined;
  /** Whether the days of each replication are looked at; they take most of the memory. */
  readonly usesDays: boolean;
  /**
   * Writes everything but the manifest.
   *
   * @throws RunFolderError, Interrupted
   */
  write(content: CampaignContent, work: ResultsWork, messages: Messages): Promise<Findings>;
  /** What `--json` prints. */
  asJson(findings: Findings): object;
  /** What a terminal shows; names in it are as the scenario has them. */
  asLines(findings: Findings): readonly string[];
}
