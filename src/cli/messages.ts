import type { Outside } from './outside.ts';

const RED = '\u001b[31m';
const PLAIN = '\u001b[39m';

/** What the user asked of messages. */
export interface MessageOptions {
  readonly quiet?: boolean;
  readonly 'no-color'?: boolean;
}

/** Messages for people, on standard error. */
export class Messages {
  private readonly outside: Outside;
  private readonly quiet: boolean;
  private readonly color: boolean;

  constructor(outside: Outside, options: MessageOptions) {
    this.outside = outside;
    this.quiet = options.quiet === true;
    this.color = !options['no-color'] && wantsColor(outside);
  }

  /** Says what a user who asked for quiet can do without. */
  say(text: string): void {
    if (!this.quiet) this.outside.errors.write(`${printable(text)}\n`);
  }

  /** Says what everybody must know. The word `error:` or `failed:` is shown in red where color is welcome. */
  complain(text: string): void {
    const safe = printable(text);
    const shown = this.color ? safe.replace(/\b(?:error|failed):/, `${RED}$&${PLAIN}`) : safe;
    this.outside.errors.write(`${shown}\n`);
  }
}

/** Shows control characters, which might command a terminal, as `\xNN`; line ends and tabs pass. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (character) => {
    return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}

function wantsColor({ errors, environment }: Outside): boolean {
  return errors.isTerminal && !environment.NO_COLOR && environment.TERM !== 'dumb';
}
