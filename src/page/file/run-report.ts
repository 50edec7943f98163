import type { EventChoice } from '../../recording/event-choices.ts';
import type { RunOutcome } from '../../recording/run-outcome.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { plural } from '../../text/plural.ts';
import type { Origin, RunReport } from '../content/report-document.ts';
import { type RunContent, runContent } from '../content/run-content.ts';
import { encodeDocument, htmlPage } from './html-page.ts';
import { readTemplate } from './template.ts';

/** A page is not to be larger than what a mail takes. */
const MAX_ENCODED = 10_000_000;

/** What a report of a run is made from. */
export interface RunReportSource {
  readonly scenario: Scenario;
  readonly outcome: RunOutcome;
  readonly events: EventChoice;
  readonly origin: Origin;
  /** SHA-256 of the files of the run, by name. */
  readonly checksums: ReadonlyMap<string, string>;
}

/** Files of a run that a page makes anew and checks. */
const CHECKED = /^(?:[a-z]+\.csv|summary\.json)$/;

/**
 * The bytes of `report.html` of a run.
 *
 * @param maxEncoded characters of the encoded document above which it leaves something out and says so
 * @throws TemplateMissing where the program was not built
 */
export function runReportHtml(source: RunReportSource, maxEncoded = MAX_ENCODED): Buffer {
  const { scenario, outcome, events, origin, checksums } = source;
  const document: RunReport = {
    kind: 'run',
    version: origin.version,
    seed: origin.seed,
    commandLine: origin.commandLine,
    // The page knows no name of a file, which is the title of a scenario without one.
    scenario:
      'title' in scenario.resolved ? scenario.resolved : { title: scenario.title, ...scenario.resolved },
    events,
    checksums: Object.fromEntries([...checksums].filter(([name]) => CHECKED.test(name))),
    run: runContent(scenario, outcome),
    leftOut: null,
  };
  const template = readTemplate('report');
  const encoded = encodeDocument(document);
  if (encoded.length <= maxEncoded) return htmlPage(template, scenario.title, encoded);
  return htmlPage(template, scenario.title, encodeDocument(smaller(document)));
}

/** The document without the columns of single groups, which the page makes anew when it repeats the run. */
function smaller(document: RunReport): RunReport {
  const { series } = document.run;
  const days = series.days;
  const conditions = series.groups[0].conditions.map((_, condition) => {
    const sums = new Int32Array(days);
    for (const { conditions: columns } of series.groups)
      for (let day = 0; day < days; day += 1) sums[day] += columns[condition][day];
    return sums;
  });
  const run: RunContent = {
    ...document.run,
    series: { ...series, groups: [{ name: 'all computers', surroundings: [], conditions }] },
    groupsApart: false,
    steps: null,
  };
  const words = `the ${plural(series.groups.length, 'group')} by themselves, to keep the page below ${Math.round(MAX_ENCODED / 1_000_000)} MB; repeat the run to see them`;
  return { ...document, run, leftOut: words };
}
