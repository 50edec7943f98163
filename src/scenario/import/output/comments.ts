import { counted } from '../basics/shown.ts';
import type { LeftOut } from '../computers/left-out.ts';

/** Characters of a comment's line. */
const WIDTH = 108;

/** What marks the places that a planner completes. */
export const COMPLETE = 'COMPLETE:';

/** What the head of the file says. */
export interface Head {
  readonly fileName: string;
  readonly machines: number;
  readonly groups: number;
  readonly origin: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
}

/** Lines as the comment of a node: a blank in front, broken at words. Names of the inventory are to be shown-fit. */
export function comment(...lines: readonly string[]): string {
  return lines.flatMap(wrap).join('\n');
}

/** The comment at the head of an imported scenario. */
export function headComment({ fileName, machines, groups, origin, leftOut, notes }: Head): string {
  const total = leftOut.reduce((sum, { count }) => sum + count, 0);
  return comment(
    `Made by \`vasim import\` from ${fileName}: ${counted(machines)} in ${counted(groups, 'group')}.`,
    `It runs as it is, but only as a beginning: what the files do not say is marked ${COMPLETE}`,
    ...section('Where it comes from:', origin),
    ...section('What was decided:', notes),
    ...section(
      total === 0 ? 'Nothing is left out.' : `Left out: ${counted(total)}.`,
      leftOut.map(leftOutLine),
    ),
  );
}

/** `12 - Windows Server 2003: SRV1, SRV2, ...` */
export function leftOutLine({ reason, count, examples }: LeftOut): string {
  const more = count > examples.length && examples.length > 0 ? ', ...' : '';
  return `${count} - ${reason}${examples.length > 0 ? ': ' : ''}${examples.join(', ')}${more}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 && title.endsWith(':') ? [] : ['', title, ...lines.map((line) => `- ${line}`)];
}

function wrap(line: string): string[] {
  const indent = /^(?:- | +)/.exec(line)?.[0].length ?? 0;
  const lines: string[] = [];
  let current = '';
  for (const word of line.slice(indent).split(' ')) {
    if (current !== '' && current.length + word.length + indent > WIDTH) {
      lines.push(current);
      current = word;
    } else current += current === '' ? word : ` ${word}`;
  }
  lines.push(current);
  return lines.map(
    (text, index) => ` ${index === 0 ? line.slice(0, indent) : ' '.repeat(indent)}${text}`.trimEnd() || ' ',
  );
}
