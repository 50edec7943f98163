import type { EventChoice } from '../../recording/event-choices.ts';
import type { Provenance } from '../../recording/folder/manifest.ts';
import type { RunOutcome } from '../../recording/run-outcome.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ResultsWork } from '../shared/results/results-folder.ts';

/** What the page of a run is made from, and where it goes. */
export interface ReportWork extends Pick<ResultsWork, 'folder' | 'interruption'> {
  readonly scenario: Scenario;
  readonly outcome: RunOutcome;
  readonly events: EventChoice;
  /** Whether the tables are written for Excel: then the page, which makes others, cannot compare them. */
  readonly excel: boolean;
  readonly provenance: Provenance;
}

/**
 * Writes `report.html` into the folder of a run of which everything else is written.
 *
 * @throws Interrupted when the user interrupts; TemplateMissing where the program was not built
 */
export async function writeReport(work: ReportWork): Promise<void> {
  const { folder, interruption, scenario, outcome, events, excel, provenance } = work;
  await interruption.checkpoint();
  const { runReportHtml } = await import('../../page/file/run-report.ts');
  const checksums = new Map([...folder.closeTables()].filter(([name]) => !(excel && name.endsWith('.csv'))));
  const html = runReportHtml({ scenario, outcome, events, origin: provenance, checksums });
  folder.writeFile('report.html', html);
}
