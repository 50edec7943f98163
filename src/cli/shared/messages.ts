import { escapeInvisible } from '../../text/visible-text.ts';
import type { ProcessHost } from './process-host.ts';

const RED = '\u001b[31m';
const PLAIN = '\u001b[39m';

/** What the user asked of messages. */
export interface MessageOptions {
  readonly quiet?: boolean;
  readonly 'no-color'?: boolean;
}

/** Messages for people, on standard error. */
export class Messages {
  private readonly host: ProcessHost;
  private readonly quiet: boolean;
  private readonly color: boolean;

  constructor(host: ProcessHost, options: MessageOptions) {
    this.host = host;
    this.quiet = options.quiet === true;
    this.color = !options['no-color'] && wantsColor(host);
  }

  /** Shows what `--quiet` leaves out. */
  info(text: string): void {
    if (!this.quiet) this.host.stderr.write(`${escapeInvisible(text)}\n`);
  }

  /** Shows what must not be missed. The word `error:` or `failed:` is red where color is wanted. */
  error(text: string): void {
    const safe = escapeInvisible(text);
    const shown = this.color ? safe.replace(/\b(?:error|failed)(?:\[[\w-]+\])?:/, `${RED}$&${PLAIN}`) : safe;
    this.host.stderr.write(`${shown}\n`);
  }
}

function wantsColor({ stderr, environment: { NO_COLOR, FORCE_COLOR, TERM } }: ProcessHost): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0';
  return stderr.isTerminal && TERM !== 'dumb';
}
