import type { SystemName } from '../../model/definitions/systems/systems.ts';
import type { Inventory, InventoryRecord } from './inventory.ts';
import { InventoryError } from './inventory-error.ts';
import { type LeftOut, LeftOutBook } from './left-out.ts';
import { MachineNames } from './machine-names.ts';
import { NO_SERVICE_PACK, recognize, SERVER_2003 } from './recognize.ts';
import { counted } from './shown.ts';

/** Computers of one site, edition, kind and method. */
export interface MachineGroup {
  /** As the inventory writes it; empty for none. */
  readonly site: string;
  readonly edition: SystemName;
  readonly virtual: boolean;
  readonly method: 'kms' | 'mak';
  /** Null where the inventory has no names. */
  readonly names: string[] | null;
  count: number;
  /** Whether the service pack is assumed, because the list does not tell it. */
  readonly assumed: boolean;
}

/** What an inventory holds, sorted. */
export interface Sorted {
  /** By site, edition, kind and method. */
  readonly groups: readonly MachineGroup[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
}

/** A computer that is imported, and whether its service pack is assumed. */
interface Accepted {
  readonly edition: SystemName;
  readonly assumed: boolean;
}

/**
 * Sorts the computers of an inventory into groups, and out.
 *
 * @throws InventoryError when it has no computer of a volume edition, or does not tell the service packs of Vista
 */
export function sortOut(inventory: Inventory): Sorted {
  const groups = new Map<string, MachineGroup>();
  const leftOut = new LeftOutBook();
  const names = new MachineNames();
  for (const record of inventory.records) {
    const accepted = accept(record, inventory.unknownServicePack);
    const reason = 'reason' in accepted ? accepted.reason : names.refusal(record.name);
    if (reason !== null) leftOut.add(reason, record.name || record.os);
    else if ('edition' in accepted) join(groups, record, accepted, names.take(record.name));
  }
  const list = leftOut.list();
  if (groups.size === 0) throw nothingLeft(list);
  const notes = [...assumptions(groups.values()), ...candidates(list), ...names.notes()];
  return { groups: [...groups.values()].sort(inOrder), leftOut: list, notes };
}

function accept(
  record: InventoryRecord,
  unknownServicePack: Inventory['unknownServicePack'],
): Accepted | { readonly reason: string } {
  const recognition = recognize(record);
  if ('reason' in recognition) return recognition;
  if (record.refusal !== null) return { reason: record.refusal };
  if ('edition' in recognition) return { edition: recognition.edition, assumed: false };
  if (unknownServicePack === 'assume-sp1') return { edition: `${recognition.before}-sp1`, assumed: true };
  if (unknownServicePack === 'leave-out') return { reason: NO_SERVICE_PACK };
  throw new InventoryError({
    line: record.line,
    column: 1,
    message:
      'Windows Vista behaves otherwise before service pack 1, and no column tells service packs or versions: export one of them too, or name it with `--map "COLUMN=service-pack"` or `--map "COLUMN=version"`',
  });
}

function join(
  groups: Map<string, MachineGroup>,
  { site, virtual, method, name: written }: InventoryRecord,
  { edition, assumed }: Accepted,
  name: string,
): void {
  const named = written !== null;
  const key = [site.toLowerCase(), edition, virtual === true, method, named, assumed].join('\n');
  const group = groups.get(key) ?? {
    ...{ site, edition, virtual: virtual === true, method, assumed },
    ...{ names: named ? [] : null, count: 0 },
  };
  group.count++;
  group.names?.push(name);
  groups.set(key, group);
}

function nothingLeft(leftOut: readonly LeftOut[]): InventoryError {
  const reasons = leftOut.map(({ reason, count }) => `${count} (${reason})`);
  const message = `no computer here has a volume edition of Windows Vista or Windows Server 2008`;
  return new InventoryError({
    line: 1,
    column: 1,
    message:
      reasons.length === 0 ? `${message}: there are no rows` : `${message}; left out: ${reasons.join(', ')}`,
  });
}

function assumptions(groups: Iterable<MachineGroup>): string[] {
  const count = [...groups].reduce((sum, group) => sum + (group.assumed ? group.count : 0), 0);
  if (count === 0) return [];
  return [
    `${counted(count)} with Windows Vista: the list does not tell the service pack; service pack 1 is assumed.`,
  ];
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
    Number(a.assumed) - Number(b.assumed)
  );
}

/** Where a group's site stands in the alphabet; no site stands behind all others. */
function placeOf({ site }: MachineGroup): string {
  return site === '' ? '\uffff' : site.toLowerCase();
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
