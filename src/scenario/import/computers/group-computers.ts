import type { OfficeVersion } from '../../../model/definitions/office.ts';
import type { SystemName } from '../../../model/definitions/systems.ts';
import { InventoryError } from '../basics/inventory-error.ts';
import { counted } from '../basics/shown.ts';
import { type Assumptions, type ChosenEdition, chooseEdition } from '../systems/assumptions.ts';
import { SERVER_2003 } from '../systems/generations.ts';
import type { EstateComputer } from './estate-computer.ts';
import { type LeftOut, SkippedComputers } from './left-out.ts';
import { type AccountOptions, accountReason, channelReason } from './left-out-reasons.ts';
import { MachineNames } from './machine-names.ts';
import { chooseSites } from './sites.ts';

/** How a group's computers are activated. */
export type Method = 'kms' | 'mak' | 'none';

/** What makes computers of one site, edition and kind differ. */
export interface Traits {
  readonly edition: SystemName;
  readonly virtual: boolean;
  readonly method: Method;
  /** The KMS host set by hand, as it is written; empty for none. */
  readonly kmsHost: string;
  /** The version of Office that KMS is to activate, and its KMS host set by hand; empty for none. */
  readonly office: OfficeVersion | null;
  readonly officeHost: string;
  readonly nonGenuine: boolean;
  /** Which of its facts are assumed, because no file says them. */
  readonly assumed: ChosenEdition['assumed'];
  /** What their requests say; an empty text for nothing. Equal for computers that behave alike. */
  readonly behavior: string;
}

/** Computers of one site that are alike. */
export interface MachineGroup extends Traits {
  /** As the inventory writes it; empty for none. */
  readonly site: string;
  /** Null where the inventory has no names. */
  readonly names: string[] | null;
  readonly computers: EstateComputer[];
  count: number;
}

/** What an estate holds, sorted. */
export interface GroupedComputers {
  /** By site, edition, kind and method. */
  readonly groups: readonly MachineGroup[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
}

/** How computers are sorted. */
export interface GroupingOptions extends AccountOptions {
  readonly assumptions: Assumptions;
  /** Whether a computer is a KMS host: those are no machines of a group. */
  readonly isHost: (computer: EstateComputer) => boolean;
  /** What the requests of a computer say of its behavior. */
  readonly behaviorOf: (computer: EstateComputer) => string;
}

const TWICE = 'listed again: the name is in one file more than once';
const IS_HOST = 'a KMS host: it is declared among `hosts`';

/** Sorts the computers of an estate into groups, and out. */
export function groupComputers(
  computers: readonly EstateComputer[],
  options: GroupingOptions,
): GroupedComputers {
  const groups = new Map<string, MachineGroup>();
  const skipped = new SkippedComputers();
  const names = new MachineNames();
  const accepted: { computer: EstateComputer; traits: Traits }[] = [];
  for (const computer of computers) {
    const traits = traitsOf(computer, options);
    const reason = typeof traits === 'string' ? traits : names.refusal(computer.name);
    if (computer.duplicates > 0) skipped.add(TWICE, computer.name ?? '', computer.duplicates);
    if (reason !== null) skipped.add(reason, computer.name || computer.os);
    else if (typeof traits !== 'string') accepted.push({ computer, traits });
  }
  const sites = chooseSites(accepted.map(({ computer }) => computer));
  for (const { computer, traits } of accepted) {
    const name = names.take(computer.name, computer.domain);
    join(groups, traits, sites.siteOf(computer), computer, name);
  }
  const leftOut = skipped.list();
  const kept = accepted.map(({ computer }) => computer);
  const notes = [
    ...(kept.length > 0 ? sites.notes : []),
    ...kindNotes(kept),
    ...genuineNotes(kept),
    ...assumptionNotes(groups.values()),
    ...candidates(leftOut),
    ...names.notes(),
  ];
  return { groups: [...groups.values()].sort(inOrder), leftOut, notes };
}

/** What a computer is in the scenario, or why it is left out. */
function traitsOf(computer: EstateComputer, options: GroupingOptions): Traits | string {
  const reason = accountReason(computer, options);
  if (reason !== null) return reason;
  if (options.isHost(computer)) return IS_HOST;
  if ('reason' in computer.system) return computer.system.reason;
  const chosen = chooseEdition(computer.system, options.assumptions);
  if ('reason' in chosen) return chosen.reason;
  const channel = channelReason(computer);
  if (channel !== null) return channel;
  const { virtual, channel: key, kmsHost, genuine } = computer;
  const method = key === 'mak' || key === 'none' ? key : 'kms';
  return {
    edition: chosen.edition,
    assumed: chosen.assumed,
    virtual: virtual === true,
    method,
    kmsHost: method === 'kms' ? kmsHost : '',
    office: computer.office,
    officeHost: computer.officeHost,
    nonGenuine: genuine === false && computer.system.system.key === 'vista',
    behavior: options.behaviorOf(computer),
  };
}

function join(
  groups: Map<string, MachineGroup>,
  traits: Traits,
  site: string,
  computer: EstateComputer,
  name: string,
): void {
  const { edition, virtual, method, kmsHost, office, officeHost, nonGenuine, assumed, behavior } = traits;
  const named = computer.name !== null;
  const key = `${site.toLowerCase()}\n${edition}\n${virtual}\n${method}\n${kmsHost.toLowerCase()}\n${office}\n${officeHost.toLowerCase()}\n${nonGenuine}\n${assumed}\n${behavior}\n${named}`;
  let group = groups.get(key);
  if (group === undefined) {
    group = { ...traits, site, names: named ? [] : null, computers: [], count: 0 };
    groups.set(key, group);
  }
  group.count++;
  group.names?.push(name);
  group.computers.push(computer);
}

/**
 * Says that no computer is left.
 *
 * @param leftOut why
 */
export function nothingLeft(leftOut: readonly LeftOut[]): InventoryError {
  const reasons = leftOut.map(({ reason, count }) => `${count} (${reason})`);
  const message = 'no computer here has a volume edition of Windows';
  return new InventoryError({
    line: 1,
    column: 1,
    name: 'no-computers',
    help: 'computers need a volume edition; `--assume vista=vista-business,server=server-2008-standard` says it where the files do not',
    message:
      reasons.length === 0 ? `${message}: there are no rows` : `${message}; left out: ${reasons.join(', ')}`,
  });
}

function genuineNotes(computers: readonly EstateComputer[]): string[] {
  const genuine = computers.filter((computer) => computer.genuine === true).length;
  const not = computers.filter((computer) => computer.genuine === false).length;
  if (genuine + not === 0) return [];
  return [`Genuine status: ${counted(genuine)} genuine, ${not} non-genuine.`];
}

function kindNotes(computers: readonly EstateComputer[]): string[] {
  const unknown = computers.filter(({ virtual }) => virtual === null).length;
  if (unknown === 0) return [];
  const why =
    unknown === computers.length
      ? 'No column says which computers are virtual: all are taken for physical.'
      : `Of ${counted(unknown)} it is not said whether they are virtual: they are taken for physical.`;
  return [
    `${why} This matters for hosts before Windows Server 2008 R2: virtual machines do not add to their counts.`,
  ];
}

function assumptionNotes(groups: Iterable<MachineGroup>): string[] {
  const notes: string[] = [];
  const counts = new Map<ChosenEdition['assumed'], number>();
  for (const { assumed, count } of groups) counts.set(assumed, (counts.get(assumed) ?? 0) + count);
  const servicePacks = counts.get('service-pack') ?? 0;
  if (servicePacks > 0)
    notes.push(
      `Of ${counted(servicePacks)} with Windows Vista no file says the service pack; service pack 1 is assumed.`,
    );
  const editions = counts.get('edition') ?? 0;
  if (editions > 0)
    notes.push(`Of ${counted(editions)} no file says the edition; it is the one of \`--assume\`.`);
  return notes;
}

function candidates(leftOut: readonly LeftOut[]): string[] {
  const servers = leftOut.find(({ reason }) => reason === SERVER_2003);
  if (servers === undefined) return [];
  return [
    `${counted(servers.count)} with Windows Server 2003: no clients, but each may be a KMS host with KMS 1.1.`,
  ];
}

function inOrder(a: MachineGroup, b: MachineGroup): number {
  return (
    compare(placeOf(a), placeOf(b)) ||
    compare(a.edition, b.edition) ||
    Number(a.virtual) - Number(b.virtual) ||
    compare(a.method, b.method) ||
    Number(a.names === null) - Number(b.names === null) ||
    compare(a.assumed, b.assumed) ||
    compare(a.kmsHost, b.kmsHost) ||
    (a.office ?? 0) - (b.office ?? 0) ||
    compare(a.officeHost, b.officeHost) ||
    Number(a.nonGenuine) - Number(b.nonGenuine) ||
    compare(a.behavior, b.behavior)
  );
}

/** The place of a group's site in the alphabet; no site comes behind all others. */
function placeOf({ site }: MachineGroup): string {
  return site === '' ? '\uffff' : site.toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
