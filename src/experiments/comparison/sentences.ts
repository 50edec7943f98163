import { formatNumber } from '../../text/numbers.ts';
import { plainText } from '../../text/plain-text.ts';
import type { FigureOfDesign } from './compare.ts';
import type { Difference } from './difference.ts';
import type { FigureDescription } from './figure-descriptions.ts';
import { decimalsOf, shownRange } from './shown-value.ts';
import { type Judgment, LEAST_REPLICATIONS } from './verdict.ts';

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
  { design, known, judgment, difference }: FigureOfDesign,
  confidence: number,
): string {
  const name = plainText(design);
  const { verdict, role } = judgment;
  if (!known || !first.known)
    return `${plainText((known ? first : { design }).design)} has no figure ${figure.title}`;
  if (difference === null || difference.mean === null || verdict === 'not known')
    return `${name}: not known, as fewer than ${LEAST_REPLICATIONS} replications have a value of ${figure.title} in both designs`;
  const others = plainText(first.design);
  if (difference.mean === 0 && (difference.constant || role === 'exact'))
    return `no difference shown: ${figure.title} of ${name} and ${others} are equal in every one of ${difference.pairs} replications${couldShow(figure, difference, judgment.smallest)}`;
  if (verdict === 'no worse') return noWorse(figure, name, difference, judgment.margin!, confidence);
  if (verdict === 'no difference shown')
    return `${verdict}: ${inconclusive(figure, name, difference, judgment.smallest, confidence)}`;
  if (verdict === 'reference' || verdict === 'not judged') return `${name}: ${verdict}`;
  return `${name} ${STATEMENTS[verdict]}: ${conclusive(figure, difference, role, confidence)}`;
}

/** `12 fewer machines ever in Notification (95 % interval 9 to 15)`. */
function conclusive(
  figure: FigureDescription,
  { mean, low, high, pairs, constant }: Difference,
  role: Judgment['role'],
  confidence: number,
): string {
  const spread = low === null || high === null ? 0 : (high - low) / 2;
  const amount = `${shownAmount(figure, mean!, spread)} ${comparative(mean!)} ${thing(figure, mean!)}`;
  if (role === 'exact') return `${amount}, exactly: nothing in these designs is random`;
  if (low === null || high === null || (constant && low === high))
    return `${amount}, the same in every one of ${pairs} replications`;
  const range = mean! < 0 ? shownRange(figure, -high, -low) : shownRange(figure, low, high);
  return `${amount} (${percent(confidence)} interval ${range})`;
}

/** `between 3 fewer and 5 more machines ... (95 % interval); these 30 replications could have shown a difference of 6`. */
function inconclusive(
  figure: FigureDescription,
  name: string,
  difference: Difference,
  smallest: number | null,
  confidence: number,
): string {
  const range = `${name} has ${between(figure, difference)} (${percent(confidence)} interval)`;
  return `${range}${couldShow(figure, difference, smallest)}`;
}

/** `; these 30 replications could have shown a difference of 6 or more`. */
function couldShow(figure: FigureDescription, { pairs }: Difference, smallest: number | null): string {
  if (smallest === null) return '';
  const unit = figure.share === undefined ? '' : ' in 100';
  return `; these ${pairs} replications could have shown a difference of ${shownAmount(figure, smallest, smallest)}${unit} or more`;
}

/** `no worse by more than 2 machines ...: between 3 fewer and 1 more`. */
function noWorse(
  figure: FigureDescription,
  name: string,
  difference: Difference,
  margin: number,
  confidence: number,
): string {
  const limit = `${shownAmount(figure, margin, 0)} ${thing(figure, margin)}`;
  const claim = figure.preference === 'neither' ? 'differs by no more than' : 'is no worse by more than';
  return `${name} ${claim} ${limit}: it has ${between(figure, difference)} (${percent(confidence)} interval)`;
}

function between(figure: FigureDescription, { mean, low, high }: Difference): string {
  const { many, rest } = figure.thing;
  const spread = low === null || high === null ? 0 : (high - low) / 2;
  const end = (value: number) => `${shownAmount(figure, value, spread)} ${comparative(value)}`;
  return `between ${end(low ?? mean!)} and ${end(high ?? mean!)} ${many}${rest === '' ? '' : ` ${rest}`}`;
}

/** Where the figure does not exist in some common replications: in how many, and what the difference is made of. */
function existenceNote(figure: FigureDescription, first: FigureOfDesign, design: FigureOfDesign): string {
  if (!design.known || !first.known) return '';
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

function shownAmount(figure: FigureDescription, value: number, spread: number): string {
  const amount = Math.abs(value) / figure.perUnit;
  return formatNumber(amount, decimalsOf(figure, amount, spread / figure.perUnit));
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
