import type { MethodParameters } from '../../model/definitions/parameters.ts';
import type { KmsClients } from '../design/clients.ts';
import { contactGap } from '../design/contact-gap.ts';
import { isolatedNetworks } from '../design/core-network.ts';
import type { Design } from '../design/design.ts';
import { isActivatedByDirectory } from '../design/directory-members.ts';
import { obstacleSentence } from './obstacle-sentences.ts';
import { OFFICE_ROWS, type OfficeRemaining, officeTable } from './office-rows.ts';

/** The rows of the guide's Table 2 in its order, with its wording. */
const GUIDE_ROWS = {
  total: 'Total number of computers to be activated',
  'kms-core':
    'Computers that connect to the network at least once every 180 days, where the KMS activation threshold is met',
  'mak-disconnected': 'Computers that do not connect to the network at least once every 180 days',
  'kms-isolated': 'Computers in isolated networks where the KMS activation threshold is met',
  'mak-isolated': 'Computers in isolated networks where the KMS activation threshold is not met',
  'lab-none': 'Computers in test/development labs that will not be activated',
  remaining: 'Remaining computers (should be 0)',
} as const;

/** Rows that the guide of 2008 could not have; they are there only when computers belong to them. */
const LATER_ROWS = {
  'active-directory': 'Computers that Active Directory activates, as members of a domain',
  avma: 'Virtual machines that their Hyper-V hosts activate',
} as const;

const { remaining: REMAINING, ...METHODS_OF_2008 } = GUIDE_ROWS;
const ALL_ROWS = { ...METHODS_OF_2008, ...LATER_ROWS, remaining: REMAINING, ...OFFICE_ROWS };

type GuideRow = keyof typeof GUIDE_ROWS;
export type Table2Row = keyof typeof ALL_ROWS;

/** A row of Table 2 as it is shown. */
export interface ShownRow {
  readonly row: Table2Row;
  readonly words: string;
  readonly computers: number;
}

/** The rows to show: all of the guide's, and later ones that have computers. */
export function shownRows({ rows }: Table2): ShownRow[] {
  return Object.entries(ALL_ROWS).flatMap(([name, words]) => {
    const row = name as Table2Row;
    const computers = rows[row];
    return computers === undefined ? [] : [{ row, words, computers }];
  });
}

/** Machines for which the design has no working activation method. */
export interface Remaining {
  readonly group: string;
  readonly computers: number;
  /** Why no method works for them; a sentence without its full stop. */
  readonly reason: string;
}

/** The guide's Table 2, Activation Method Worksheet, filled in. */
export interface Table2 {
  readonly rows: Readonly<Record<GuideRow, number> & Partial<Record<Table2Row, number>>>;
  readonly remaining: readonly Remaining[];
  /** Office that nothing activates: those computers are in the rows of Windows all the same. */
  readonly officeRemaining: readonly OfficeRemaining[];
}

/** Maps every machine of a design to an activation method. */
export function table2(design: Design): Table2 {
  const guideRows = Object.keys(GUIDE_ROWS).map((row) => [row, 0]);
  const rows = Object.fromEntries(guideRows) as Record<GuideRow, number> & Partial<Record<Table2Row, number>>;
  const isolated = isolatedNetworks(design);
  const clients = new Map(design.clients.map((client) => [client.group, client]));
  const members = new Set(design.members.filter(isActivatedByDirectory).map(({ group }) => group));
  const remaining: Remaining[] = [];
  for (const [group, { count, network, method }] of design.estate.groups) {
    rows.total += count;
    const client = clients.get(group);
    const reason = client === undefined ? null : whyNotActivated(design, client);
    if (reason !== null) remaining.push({ group, computers: count, reason });
    const row = members.has(group) ? 'active-directory' : rowOf(method.type, isolated.has(network));
    const filled = reason === null ? row : 'remaining';
    rows[filled] = (rows[filled] ?? 0) + count;
  }
  const office = officeTable(design);
  return { rows: { ...rows, ...office.rows }, remaining, officeRemaining: office.remaining };
}

/** The rows of each method: of computers in isolated networks, and elsewhere. */
const ROWS_OF: Readonly<
  Record<MethodParameters['type'], readonly [isolated: Table2Row, elsewhere: Table2Row]>
> = {
  kms: ['kms-isolated', 'kms-core'],
  mak: ['mak-isolated', 'mak-disconnected'],
  'mak-proxy': ['mak-isolated', 'mak-disconnected'],
  avma: ['avma', 'avma'],
  none: ['lab-none', 'lab-none'],
};

function rowOf(method: MethodParameters['type'], isolated: boolean): Table2Row {
  return ROWS_OF[method][isolated ? 0 : 1];
}

/** Why KMS does not work for a group, or `null` when its threshold can be met and it renews in time. */
function whyNotActivated(design: Design, clients: KmsClients): string | null {
  const hosts = design.hostsAskedBy(clients).filter((host) => design.canActivate(host, clients));
  if (hosts.length === 0) return obstacleSentence(design, clients);
  const { activationValidity } = design.estate.rules;
  const gap = Math.min(
    ...hosts.map((host) => contactGap(clients.parameters, design.host(host).renewalInterval)),
  );
  return gap > activationValidity
    ? 'connected less than once every 180 days, so its activations lapse; the guide advises MAK'
    : null;
}
