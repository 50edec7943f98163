import { plainText } from '../../text/plain-text.ts';
import type { ComparedFigure, Comparison } from './compare.ts';
import { WORST_PART } from './estimate.ts';
import { type FigureDescription, NOTIFIED } from './figure-descriptions.ts';
import { percent } from './sentences.ts';
import { NO_VALUE, shownIn, shownMean } from './shown-value.ts';

/**
 * How likely it goes wrong, and how badly if it does, as rows of cells, the header first: the shares of replications in which
 * some or many machines come to Notification, and how many they are in the worst ones. Empty where no design knows.
 */
export function riskRows({ figures, designs }: Comparison): string[][] {
  const shares = figures.filter(
    ({ description: { share } }) => share !== undefined && share.of === NOTIFIED && share.that !== 'exists',
  );
  const notified = figures.find(({ description }) => description.path === NOTIFIED);
  if (shares.length === 0 || notified === undefined) return [];
  const header = [
    'risk',
    ...shares.map(({ description: { share } }) => headingOf(share)),
    `machines in the worst ${percent(WORST_PART)}`,
  ];
  const rows = designs.map(({ name }, place) => [
    plainText(name),
    ...shares.map(({ description, designs: values }) => shownMean(description, values[place].estimate, true)),
    worstOf(notified, place),
  ]);
  return [header, ...rows];
}

function headingOf(share: FigureDescription['share']): string {
  const above = share === undefined || share.that === 'exists' ? 0 : share.that.above;
  return above === 0 ? 'any machine in Notification' : `more than ${above} machines`;
}

function worstOf({ description, designs }: ComparedFigure, place: number): string {
  const { worst } = designs[place].estimate;
  return worst === null ? NO_VALUE : shownIn(description, worst, null);
}
