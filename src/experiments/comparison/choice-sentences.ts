import { formatNumber } from '../../text/numbers.ts';
import { plainText } from '../../text/plain-text.ts';
import type { Choice } from './choice.ts';
import type { ComparedFigure, Comparison } from './compare.ts';
import { COST } from './figure-descriptions.ts';
import { percent } from './sentences.ts';
import { shownMean } from './shown-value.ts';

/** How a choice was made, as the end of a sentence. */
const METHODS: Record<Choice['by'], string> = {
  verdict: 'by the exact test of the paired replications',
  'multiple comparisons': 'by multiple comparisons with the best (Nelson and Matejcik 1995)',
  exact: 'nothing in these designs is random',
};

/**
 * Which design to choose, what it costs, and how certain that is, as sentences without periods; none where there is nothing to
 * choose.
 */
export function choiceSentences(comparison: Comparison): string[] {
  const { choice, figures } = comparison;
  if (choice === null) return [];
  const figure = figures.find(({ description }) => description.path === choice.description.path);
  if (figure === undefined) return [];
  const cost = figures.find(({ description }) => description.path === COST) ?? null;
  return choice.best === null
    ? undecided(comparison, choice, figure, cost)
    : [
        `Choose ${nameOf(comparison, choice.best)}: ${advantage(comparison, choice.best, figure)}${costOf(comparison, choice.best, cost)}`,
        certainty(comparison, choice),
      ];
}

function advantage(comparison: Comparison, best: number, { description, designs }: ComparedFigure): string {
  const others = [...designs.keys()].filter((place) => place !== best);
  const shown = (place: number) => shownMean(description, designs[place].estimate, true);
  const against = others.map((place) => `${shown(place)} of ${nameOf(comparison, place)}`);
  const of = description.share === undefined ? '' : 'of ';
  return `${shown(best)} ${of}${description.title}, against ${listed(against)}`;
}

/** `; it costs 950, 320 less than ...`; nothing where no design has a price. */
function costOf(comparison: Comparison, best: number, cost: ComparedFigure | null): string {
  const mean = cost?.designs[best].estimate.mean;
  if (cost === null || mean === null || mean === undefined) return '';
  const differences = [...cost.designs.entries()].flatMap(([place, { estimate }]) =>
    place === best || estimate.mean === null
      ? []
      : [`${lessOrMore(mean - estimate.mean)} ${nameOf(comparison, place)}`],
  );
  const amounts = differences.length === 0 ? '' : `, ${listed(differences)}`;
  const { unit } = cost.description;
  const shown = shownMean(cost.description, cost.designs[best].estimate, true);
  return `; on average it costs ${shown}${unit === '' ? '' : ` ${unit}`}${amounts}`;
}

function lessOrMore(difference: number): string {
  if (difference === 0) return 'as much as';
  return `${formatNumber(Math.abs(difference), 0)} ${difference < 0 ? 'less' : 'more'} than`;
}

function certainty({ confidence }: Comparison, { by, replications }: Choice): string {
  if (by === 'exact') return `That is exact: ${METHODS.exact}`;
  return `It is best with ${percent(confidence)} ${METHODS[by]}, over ${replications} replications`;
}

function undecided(
  comparison: Comparison,
  { candidates, by, replications }: Choice,
  { description, designs }: ComparedFigure,
  cost: ComparedFigure | null,
): string[] {
  const may = candidates.map(
    (place) => `${nameOf(comparison, place)} (${shownMean(description, designs[place].estimate, true)})`,
  );
  const basis =
    by === 'exact'
      ? METHODS.exact
      : `with ${percent(comparison.confidence)} ${METHODS[by]}, over ${replications} replications`;
  const claim =
    by === 'exact'
      ? `Equal in ${description.title}: ${listed(may)}; ${basis}`
      : `No design is shown best in ${description.title} (${basis}): it may be ${listed(may, 'or')}`;
  return [claim, ...cheapest(comparison, candidates, cost)];
}

/** Of those that may be best, the one that costs least on average. */
function cheapest(
  comparison: Comparison,
  candidates: readonly number[],
  cost: ComparedFigure | null,
): string[] {
  if (cost === null) return [];
  const priced = candidates.flatMap((place) => {
    const { mean } = cost.designs[place].estimate;
    return mean === null ? [] : [{ place, mean }];
  });
  if (priced.length < 2) return [];
  const least = priced.reduce((best, each) => (each.mean < best.mean ? each : best));
  const others = priced.filter(({ place }) => place !== least.place);
  const amounts = others.map(
    ({ place, mean }) => `${lessOrMore(least.mean - mean)} ${nameOf(comparison, place)}`,
  );
  return [
    `Of these ${nameOf(comparison, least.place)} costs least on average: ${formatNumber(least.mean, 0)}, ${listed(amounts)}`,
  ];
}

function nameOf({ designs }: Comparison, place: number): string {
  return plainText(designs[place].name);
}

function listed(items: readonly string[], joint = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}
