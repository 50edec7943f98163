import { weighedWarnings } from '../../advice/warnings/weighed.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { plural } from '../../text/plural.ts';
import type { Messages } from './messages.ts';

/** Says in one line how many warnings scenarios have, if they have any; `vasim validate` shows them. */
export function countWarnings(scenarios: readonly Scenario[], messages: Messages): void {
  let shown = 0;
  let accepted = 0;
  for (const scenario of scenarios) {
    const warnings = weighedWarnings(scenario);
    shown += warnings.shown.length;
    accepted += warnings.accepted;
  }
  const line = warningCount(shown, accepted);
  if (line !== null) messages.info(`${line}${shown > 0 ? '; `vasim validate` shows them' : ''}`);
}

/** `2 warnings, 1 accepted`; `null` when there are none. */
export function warningCount(shown: number, accepted: number): string | null {
  if (shown === 0 && accepted === 0) return null;
  const rest = accepted === 0 ? '' : `, ${accepted} accepted`;
  return `${plural(shown, 'warning')}${rest}`;
}
