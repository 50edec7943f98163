import { directionOf } from '../../recording/figures/figure-catalogue.ts';
import type { Direction } from '../../recording/figures/figure-definition.ts';

/** What a figure says, and how it is shown to people. */
export interface FigureDescription {
  /** Its path in `summary.json`; of a share of replications, with the condition behind it. */
  readonly path: string;
  readonly title: string;
  /** The unit in which people are shown it; empty for a count of what the title names. */
  readonly unit: string;
  /** How many of the figure's own units one shown unit is: 1440 for minutes shown as days. */
  readonly perUnit: number;
  /** Which way a planner wants it. */
  readonly preference: Direction;
  /** What a sentence counts: one of it, many, and what is said of it. */
  readonly thing: { readonly one: string; readonly many: string; readonly rest: string };
  /** Whether a planner is told of it in any case. */
  readonly headline: boolean;
  /** Of a share of replications: the figure that it looks at, and what must hold. */
  readonly share?: Share;
}

/** A condition on a figure of which the share of replications is counted in which it holds. */
export interface Share {
  /** The path of the figure that it looks at. */
  readonly of: string;
  readonly that: 'exists' | { readonly above: number };
}

type Words = Pick<FigureDescription, 'path' | 'title' | 'thing'> &
  Partial<Pick<FigureDescription, 'perUnit' | 'unit'>>;
/** A figure of a run is wanted as the catalogue says; which way a share of replications is, says the table. */
type Headline = Words & (Required<Pick<FigureDescription, 'share' | 'preference'>> | { share?: never });

const MINUTES_PER_DAY = 1440;
const PER_CENT = 0.01;
/** Machines ever in Notification or Unlicensed: what the risk of a design is told by. */
export const NOTIFIED = 'machines.everNotification';
/** Of these, the machines that did not only wait for their first license. */
export const BEYOND_WAIT = 'machines.notificationBeyondWait';
/** What a design costs, where the scenario has prices. */
export const COST = 'cost.total';

/** The figure that carries the verdict, unless another is chosen: whether any machine comes to Notification. */
export const DEFAULT_PRIMARY = 'machines.everNotification > 0';

/** The figures that tell a planner what differs between designs, in the order of telling. */
const TABLE: readonly Headline[] = [
  {
    path: NOTIFIED,
    title: 'machines ever in Notification',
    thing: { one: 'machine', many: 'machines', rest: 'ever in Notification' },
  },
  {
    path: DEFAULT_PRIMARY,
    title: 'replications with Notification',
    unit: '%',
    perUnit: PER_CENT,
    preference: 'less',
    thing: { one: 'replication in 100', many: 'replications in 100', rest: 'with a machine in Notification' },
    share: { of: NOTIFIED, that: { above: 0 } },
  },
  {
    path: 'machines.unlicensedDays',
    title: 'machine-days unlicensed',
    thing: { one: 'machine-day', many: 'machine-days', rest: 'unlicensed' },
  },
  {
    path: 'machines.timeToLicensed.p95',
    title: 'time until 95 % are licensed',
    unit: 'days',
    perUnit: MINUTES_PER_DAY,
    thing: { one: 'day', many: 'days', rest: 'until 95 % are licensed' },
  },
  {
    path: 'machines.timeToLicensed.p95 exists',
    title: '95 % are licensed in the end',
    unit: '%',
    perUnit: PER_CENT,
    preference: 'more',
    thing: {
      one: 'replication in 100',
      many: 'replications in 100',
      rest: 'in which 95 % are ever licensed',
    },
    share: { of: 'machines.timeToLicensed.p95', that: 'exists' },
  },
  {
    path: 'machines.peakNotification',
    title: 'peak in Notification at once',
    thing: { one: 'machine', many: 'machines', rest: 'in Notification at the peak' },
  },
  {
    path: 'machines.failedContacts',
    title: 'failed contacts',
    thing: { one: 'failed contact', many: 'failed contacts', rest: '' },
  },
  {
    path: 'totals.makActivations',
    title: 'MAK activations used',
    thing: { one: 'MAK activation', many: 'MAK activations', rest: 'used' },
  },
  {
    path: 'telephone.minutes',
    title: 'telephone time',
    unit: 'min',
    thing: { one: 'minute', many: 'minutes', rest: 'on the telephone' },
  },
  {
    path: 'totals.kmsHosts',
    title: 'KMS hosts',
    thing: { one: 'KMS host', many: 'KMS hosts', rest: '' },
  },
  {
    path: 'totals.kmsActivations',
    title: 'KMS activations',
    thing: { one: 'KMS activation', many: 'KMS activations', rest: '' },
  },
  {
    path: 'microsoft.messages',
    title: 'messages to Microsoft',
    thing: { one: 'message', many: 'messages', rest: 'to Microsoft' },
  },
  {
    path: COST,
    title: 'cost in all',
    thing: { one: 'unit of cost', many: 'units of cost', rest: '' },
  },
];

/** The headline figures. One that no design has is left out of a comparison. */
export const HEADLINES: readonly FigureDescription[] = TABLE.map((figure) => ({
  unit: '',
  perUnit: 1,
  preference: directionOf(figure.path),
  ...figure,
  headline: true,
}));

/** A figure that is none of the headlines: its path is its name. */
export function plainFigure(path: string): FigureDescription {
  const thing = { one: 'unit', many: 'units', rest: `of ${path}` };
  return { path, title: path, unit: '', perUnit: 1, preference: directionOf(path), thing, headline: false };
}

/** Collections whose members each have figures of their own: of these there are as many as an estate is large. */
const COLLECTIONS = /^(?:groups|hosts|keys|networks|links|zones|vamts)\./;

/** Whether a figure is about the whole estate, not about one group, host or key. */
export function isOfWholeEstate(path: string): boolean {
  return !COLLECTIONS.test(path);
}

/** The share of replications in which more machines come to Notification than a number. */
export function moreNotified(machines: number): FigureDescription {
  const many = `more than ${machines} machines in Notification`;
  return {
    path: `${NOTIFIED} > ${machines}`,
    title: `replications with ${many}`,
    unit: '%',
    perUnit: PER_CENT,
    preference: 'less',
    thing: { one: 'replication in 100', many: 'replications in 100', rest: `with ${many}` },
    headline: false,
    share: { of: NOTIFIED, that: { above: machines } },
  };
}

/** The path in `summary.json` that a figure is made from. */
export function sourceOf({ path, share }: FigureDescription): string {
  return share?.of ?? path;
}
