import { decimalsFor, formatAbout, formatNumber } from '../../text/numbers.ts';
import { plainText } from '../../text/plain-text.ts';
import type { FigureOfDesign } from './compare.ts';
import type { Difference } from './difference.ts';
import type { FigureDescription } from './figure-descriptions.ts';
import { shownRange } from './shown-value.ts';

const STATEMENTS = {
  better: 'is better',
  worse: 'is worse',
  differs: 'differs',
} as const;

/**
 * A verdict in plain words, without a period, such as `b is better: 12 fewer machines ever in Notification (95 %
 * interval 9 to 15)`. Values that do not exist are told of, never passed over.
 *
 * @param first the design that the other one is compared with
 */
export function verdictSentence(
  figure: FigureDescription,
  first: FigureOfDesign,
  design: FigureOfDesign,
  confidence: number,
): string {
  const { judgment, difference } = design;
  if (difference === null) return `${plainText(design.design)} is what the others are compared with`;
  const sentence = judgment.by === 'existence' ? '' : byValues(figure, first, design, confidence);
  return [sentence, existenceNote(figure, first, design)].filter((part) => part !== '').join('; ');
}

function byValues(
  figure: FigureDescription,
  first: FigureOfDesign,
  { design, judgment: { verdict }, difference }: FigureOfDesign,
  confidence: number,
): string {
  const name = plainText(design);
  if (difference === null || difference.mean === null || difference.low === null)
    return `${name}: not known, as fewer than two replications have a value of ${figure.title} in both designs`;
  if (difference.constant && difference.mean === 0)
    return `no difference shown: ${figure.title} of ${name} and ${plainText(first.design)} are equal in every one of ${difference.pairs} replications`;
  if (verdict === 'no difference shown')
    return `${verdict}: ${inconclusive(figure, name, difference, confidence)}`;
  if (verdict === 'reference' || verdict === 'not known') return `${name}: ${verdict}`;
  return `${name} ${STATEMENTS[verdict]}: ${conclusive(figure, difference, confidence)}`;
}

/** `12 fewer machines ever in Notification (95 % interval 9 to 15)`. */
function conclusive(figure: FigureDescription, difference: Difference, confidence: number): string {
  const mean = difference.mean!;
  const low = difference.low!;
  const high = difference.high!;
  const amount = `${shownAmount(figure, mean, (high - low) / 2)} ${comparative(mean)} ${thing(figure, mean)}`;
  if (low === high) return `${amount}, the same in every one of ${difference.pairs} replications`;
  const range = mean < 0 ? shownRange(figure, -high, -low) : shownRange(figure, low, high);
  return `${amount} (${percent(confidence)} interval ${range})`;
}

/** `between 3 fewer and 5 more machines ... (95 % interval); about 80 more replications might show one`. */
function inconclusive(
  figure: FigureDescription,
  name: string,
  { low, high, moreNeeded }: Difference,
  confidence: number,
): string {
  const spread = (high! - low!) / 2;
  const end = (value: number) => `${shownAmount(figure, value, spread)} ${comparative(value)}`;
  const { many, rest } = figure.thing;
  const range = `${name} has between ${end(low!)} and ${end(high!)} ${many}${rest === '' ? '' : ` ${rest}`}`;
  const more =
    moreNeeded === null
      ? 'more replications are not likely to show one'
      : `about ${formatAbout(moreNeeded)} more ${moreNeeded === 1 ? 'replication' : 'replications'} might show one`;
  return `${range} (${percent(confidence)} interval); ${more}`;
}

/** Where the figure does not exist in some common replications: in how many, and what the difference is made of. */
function existenceNote(figure: FigureDescription, first: FigureOfDesign, design: FigureOfDesign): string {
  const { existing, pairs } = design.difference!;
  const { both, onlyFirst, onlySecond, neither } = existing;
  const common = both + onlyFirst + onlySecond + neither;
  if (common === both) return '';
  const counts =
    `${figure.title} has a value in ${both + onlySecond} of ${common} replications of ${plainText(design.design)} ` +
    `and in ${both + onlyFirst} of ${common} of ${plainText(first.design)}`;
  const { verdict, by } = design.judgment;
  if (by === 'existence' && verdict in STATEMENTS)
    return `${plainText(design.design)} ${STATEMENTS[verdict as keyof typeof STATEMENTS]}: ${counts}`;
  return `${counts}, and the difference is that of the ${pairs} with both`;
}

function shownAmount({ perUnit }: FigureDescription, value: number, spread: number): string {
  const amount = Math.abs(value) / perUnit;
  return formatNumber(amount, decimalsFor(amount, spread / perUnit));
}

function comparative(value: number): string {
  return value < 0 ? 'fewer' : 'more';
}

function thing({ perUnit, thing: { one, many, rest } }: FigureDescription, value: number): string {
  const noun = Math.abs(value) === perUnit ? one : many;
  return rest === '' ? noun : `${noun} ${rest}`;
}

/** A confidence as people write it: `95 %`. */
export function percent(confidence: number): string {
  return `${Number((confidence * 100).toPrecision(6))} %`;
}
