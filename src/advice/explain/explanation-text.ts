import { MINUTES_PER_DAY } from '../../engine/time.ts';
import { Timestamps } from '../../text/timestamps.ts';
import type { Cause, ChainLink, Explanation, OfficeExplanation, Remedy } from './explanation.ts';

/** Causes without effect that are listed. */
const MAX_HARMLESS = 5;
/** Narrower than this the edge of a chain is not set apart. */
const MIN_WIDTH = 60;

/**
 * An explanation for a terminal, as lines: the sentence, the chain with its sources at the right edge, and what would
 * have changed it.
 *
 * @param start the day of minute 0, an ISO date
 * @param width columns of the terminal
 */
export function explanationForTerminal(explanation: Explanation, start: string, width: number): string[] {
  const { sentence, office } = explanation;
  const lines = [asSentence(sentence)];
  if (office !== null && !sentence.endsWith(office.sentence)) lines.push(asSentence(office.sentence));
  lines.push(...storyLines(explanation, 'it', start, width));
  if (office !== null) lines.push(...storyLines(office, 'Office', start, width));
  return lines.map((line) => line.replaceAll('`', ''));
}

/** The chain and what would have changed it, with headings that say whose they are. */
function storyLines(
  { chain, causes, harmless, remedies, onlyTogether }: Omit<OfficeExplanation, 'sentence'>,
  whose: 'it' | 'Office',
  start: string,
  width: number,
): string[] {
  const isOffice = whose === 'Office';
  const lines: string[] = [];
  if (chain.length > 0) lines.push('', `How ${whose} came to this:`, ...chainLines(chain, start, width));
  if (causes.length > 0) {
    const what = isOffice ? 'With Office it' : 'It';
    const title = onlyTogether
      ? `${what} would not have happened without all of these together:`
      : `${what} would not have happened without ${causes.length === 1 ? 'this' : 'any one of these'}:`;
    lines.push('', title, ...causes.flatMap((cause) => causeLines(cause)));
  }
  const behind = isOffice ? ' Office' : '';
  const helping = remedies.filter(({ helps }) => helps);
  const others = remedies.filter(({ helps }) => !helps);
  if (helping.length > 0) lines.push('', `What helps${behind}:`, ...helping.flatMap(remedyLines));
  if (others.length > 0) lines.push('', `What does not help${behind}:`, ...others.flatMap(remedyLines));
  if (harmless.length > 0) {
    const shown = harmless.slice(0, MAX_HARMLESS).map(({ what }) => `  ${what}`);
    const more = harmless.length - shown.length;
    const title = `What made no difference${isOffice ? ' to Office' : ''}:`;
    lines.push('', title, ...shown, ...(more > 0 ? [`  and ${more} more`] : []));
  }
  return lines;
}

/** An explanation as data (`--json`). */
export function explanationAsJson(explanation: Explanation): object {
  return { formatVersion: 1, ...explanation };
}

function asSentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function chainLines(chain: readonly ChainLink[], start: string, width: number): string[] {
  const timestamps = new Timestamps(start);
  return chain.map(({ minute, event, because, place, source }) => {
    const day = Math.floor(minute / MINUTES_PER_DAY);
    const head = `  ${timestamps.date(day)}  day ${String(day).padStart(4)}  `;
    const text = because === '' ? event : `${event}: ${because}`;
    const edge = place ?? source ?? '';
    const line = `${head}${text}`;
    if (edge === '') return line;
    const gap = width - line.length - edge.length;
    return width >= MIN_WIDTH && gap >= 2 ? `${line}${' '.repeat(gap)}${edge}` : `${line}  [${edge}]`;
  });
}

function causeLines({ what, file, line, set, outcome }: Cause): string[] {
  const place = file === null ? '' : `  [${file}:${line}]`;
  const without = set === null ? 'without it' : `--set ${quoted(set)}`;
  return [`  ${what}${place}`, `    ${without}: ${outcome}`];
}

function remedyLines({ what, set, outcome }: Remedy): string[] {
  return [`  ${what}: ${outcome}`, ...set.map((one) => `    --set ${quoted(one)}`)];
}

/** A setting as a shell takes it. */
function quoted(set: string): string {
  return /^[\w.=-]+$/.test(set) ? set : `'${set.replaceAll("'", `'\\''`)}'`;
}
