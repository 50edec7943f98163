import { MINUTES_PER_DAY } from '../../engine/time.ts';
import { groupThousands } from '../../text/numbers.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import type { ParsedScenario } from '../parsing/parsed-scenario.ts';

/** Rows of a table that has one for each day: `daily.csv` of so many has 5 GB. */
const MAX_DAILY_ROWS = 100_000_000;

/** Tables by day, and the sections whose entries have a row each. */
const BY_DAY = { machines: 'groups', hosts: 'KMS hosts', keys: 'keys' } as const;

/** Reports collections that are too large for so long a run: tables by day have a row for each entry and day. */
export function checkSize(
  { document, sections, settings }: ParsedScenario,
  diagnostics: ScenarioDiagnostics,
): void {
  const { duration } = settings;
  if (duration === undefined) return;
  const days = Math.ceil(duration / MINUTES_PER_DAY);
  for (const section of Object.keys(BY_DAY) as (keyof typeof BY_DAY)[]) {
    const { size } = sections[section];
    const entry = document.entries.get(section);
    if (size * days <= MAX_DAILY_ROWS || entry === undefined) continue;
    const message = `${groupThousands(size)} ${BY_DAY[section]} for ${groupThousands(days)} days make more than ${groupThousands(MAX_DAILY_ROWS)} rows of a table`;
    const most = groupThousands(Math.floor(MAX_DAILY_ROWS / size));
    diagnostics.error(
      'too-large',
      entry.key,
      message,
      `shorten the run to ${most} d, or put like computers into one group`,
    );
  }
}
