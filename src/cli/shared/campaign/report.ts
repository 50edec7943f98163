import { escapeInvisible } from '../../../text/visible-text.ts';
import type { Messages } from '../messages.ts';
import type { ProcessHost } from '../process-host.ts';
import type { Results } from '../results/results-folder.ts';
import type { CampaignKind } from './kind.ts';

/** Shows the findings of a campaign on standard output, and on standard error where the files are. */
export function reportFindings<Findings>(
  kind: CampaignKind<Findings>,
  { result, shownPlace }: Results<Findings>,
  { json }: { readonly json?: boolean },
  host: ProcessHost,
  messages: Messages,
): void {
  const text = json
    ? JSON.stringify({ formatVersion: 1, ...kind.asJson(result) }, null, 2)
    : kind.asLines(result).map(escapeInvisible).join('\n');
  host.stdout.write(`${text}\n`);
  messages.info(`Results are in ${shownPlace}`);
}
