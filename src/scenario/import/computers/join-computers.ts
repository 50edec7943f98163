import { NO_SYSTEM_GIVEN, NOT_RECOGNIZED, type NoSystem, type SystemFact } from '../systems/recognize.ts';
import { newRecognizer } from '../systems/recognizer.ts';
import type { ComputerRecord } from './computer.ts';
import { splitName } from './computer-names.ts';
import { Contradictions } from './contradictions.ts';
import type { EstateComputer } from './estate-computer.ts';
import type { ClientRequest } from './request.ts';
import { unitsOf } from './units.ts';

/** The computers that a file lists. */
export interface ComputerFile {
  readonly fileName: string;
  readonly records: readonly ComputerRecord[];
  /** Whether it is a list of computers, not a log of what they ask. */
  readonly isInventory: boolean;
}

/** The computers of all files, each once. */
export interface JoinedComputers {
  readonly computers: readonly EstateComputer[];
  readonly contradictions: Contradictions;
}

/**
 * Joins the computers of several files by name, in whatever case, with or without the domain. What a later file says
 * of a computer is laid over what earlier ones say; where they differ it is counted as a contradiction.
 */
export function joinComputers(files: readonly ComputerFile[]): JoinedComputers {
  const book = new ComputerBook();
  for (const file of files) book.add(file);
  return { computers: book.computers, contradictions: book.contradictions };
}

/** What of a computer was said by which file; what is missing was said by the first one that has it. */
type Sources = Map<keyof EstateComputer, string>;

/** A computer, and which files have it. */
interface BookEntry {
  readonly computer: EstateComputer;
  readonly first: string;
  last: ComputerFile;
  /** Null as long as only one file has it. */
  sources: Sources | null;
}

class ComputerBook {
  readonly computers: EstateComputer[] = [];
  readonly contradictions = new Contradictions();
  private readonly recognize = newRecognizer();
  /** By short name in lower case; computers of one name in several domains are in a list. */
  private readonly entries = new Map<string, BookEntry | BookEntry[]>();

  add(file: ComputerFile): void {
    const newest = newestOf(file.records);
    for (const record of file.records) {
      const described = describe(record, newest, file.isInventory, this.recognize);
      const key = (described.name ?? '').toLowerCase();
      const found = this.find(key, described.domain);
      if (found === undefined) this.enter(key, described, file);
      else if (found.last === file) found.computer.duplicates++;
      else this.merge(found, described, file);
    }
  }

  private find(key: string, own: string): BookEntry | undefined {
    if (key === '') return undefined;
    const known = this.entries.get(key);
    if (known === undefined) return undefined;
    if (!Array.isArray(known)) return isSame(known, own) ? known : undefined;
    return known.find(({ computer }) => computer.domain === own) ?? known.find((entry) => isSame(entry, own));
  }

  private enter(key: string, computer: EstateComputer, file: ComputerFile): void {
    this.computers.push(computer);
    if (key === '') return;
    const entry: BookEntry = { computer, first: file.fileName, last: file, sources: null };
    const same = this.entries.get(key);
    if (same === undefined) this.entries.set(key, entry);
    else if (Array.isArray(same)) same.push(entry);
    else this.entries.set(key, [same, entry]);
  }

  private merge(entry: BookEntry, later: EstateComputer, file: ComputerFile): void {
    const { computer, first } = entry;
    entry.sources ??= new Map();
    entry.last = file;
    const { sources } = entry;
    this.mergeSystem(computer, later, file, { sources, first });
    for (const what of COMPARED) {
      if (!isSaid(later, what)) continue;
      const before = wordsOf(computer, what);
      const after = wordsOf(later, what);
      if (isSaid(computer, what) && before.toLowerCase() !== after.toLowerCase()) {
        this.contradictions.add(
          NAMES[what],
          nameOf(computer),
          [before, sources.get(what) ?? first],
          [after, file.fileName],
        );
      }
      Object.assign(computer, { [what]: later[what] });
      sources.set(what, file.fileName);
    }
    computer.domain ||= later.domain;
    computer.os ||= later.os;
    if (later.units.length > 0) computer.units = later.units;
    computer.keyGroup = later.keyGroup ?? computer.keyGroup;
    computer.silentFor = least(computer.silentFor, later.silentFor);
    computer.clusterName ||= later.clusterName;
    computer.refusal ??= later.refusal;
    computer.requests = mergeRequests(computer.requests, later.requests);
    computer.inventoried ||= later.inventoried;
  }

  private mergeSystem(
    computer: EstateComputer,
    later: EstateComputer,
    file: ComputerFile,
    { sources, first }: { readonly sources: Sources; readonly first: string },
  ): void {
    const { system } = later;
    if (isNotGiven(system)) return;
    const before = computer.system;
    if ('reason' in system && system.reason === NOT_RECOGNIZED && !('reason' in before)) return;
    const source = sources.get('system') ?? first;
    if (!isNotGiven(before)) {
      for (const what of ['system', 'edition', 'service pack'] as const) {
        const [earlier, now] = [systemWords(before, what), systemWords(system, what)];
        if (earlier !== null && now !== null && earlier !== now) {
          this.contradictions.add(what, nameOf(computer), [earlier, source], [now, file.fileName]);
        }
        if (what === 'system' && earlier !== now) break;
      }
    }
    computer.system = mergedSystem(before, system);
    sources.set('system', file.fileName);
  }
}

/** Whether an entry is the computer of a domain, or one of the two says none. */
function isSame({ computer }: BookEntry, domain: string): boolean {
  return computer.domain === domain || computer.domain === '' || domain === '';
}

/** The newest date on which a computer of the file was seen. */
function newestOf(records: readonly ComputerRecord[]): number | null {
  return records.reduce<number | null>(
    (newest, { lastSeen }) => (lastSeen === null ? newest : Math.max(newest ?? lastSeen, lastSeen)),
    null,
  );
}

function describe(
  record: ComputerRecord,
  newest: number | null,
  isInventory: boolean,
  recognize: ReturnType<typeof newRecognizer>,
): EstateComputer {
  const split = record.name === null ? null : splitName(record.name);
  return {
    name: split?.short ?? null,
    domain: split?.domain || record.domain,
    os: record.os,
    system: recognize(record),
    site: record.site,
    units: record.unit === '' ? [] : unitsOf(record.unit, record.name ?? ''),
    virtual: record.virtual,
    channel: record.channel,
    keyGroup: record.keyGroup,
    kmsHost: record.kmsHost,
    office: record.office,
    officeHost: record.officeHost,
    enabled: record.enabled,
    silentFor: record.lastSeen === null || newest === null ? null : newest - record.lastSeen,
    clusterName: record.clusterName,
    genuine: record.genuine,
    refusal: record.refusal,
    requests: record.requests,
    duplicates: 0,
    inventoried: isInventory,
  };
}

/** What is compared and laid over as it is, and its name in messages. */
const NAMES = {
  site: 'site',
  virtual: 'kind (virtual or physical)',
  channel: 'product key',
  kmsHost: 'KMS host',
  office: 'version of Office',
  officeHost: 'KMS host of Office',
  enabled: 'account',
  genuine: 'genuine status',
} as const;
const COMPARED = Object.keys(NAMES) as (keyof typeof NAMES)[];
const SAID = [...COMPARED, 'system'] as const;

function isSaid(computer: EstateComputer, what: (typeof SAID)[number]): boolean {
  if (what === 'system') return !isNotGiven(computer.system);
  const value = computer[what];
  return value !== null && value !== '' && value !== 'unknown';
}

function wordsOf(computer: EstateComputer, what: keyof typeof NAMES): string {
  const value = computer[what];
  if (what === 'virtual') return value === true ? 'virtual' : 'physical';
  if (what === 'enabled') return value === true ? 'enabled' : 'disabled';
  if (what === 'genuine') return value === true ? 'genuine' : 'non-genuine';
  return String(value);
}

function isNotGiven(system: SystemFact | NoSystem): boolean {
  return 'reason' in system && system.reason === NO_SYSTEM_GIVEN;
}

function systemWords(
  system: SystemFact | NoSystem,
  what: 'system' | 'edition' | 'service pack',
): string | null {
  if (what === 'system') return 'reason' in system ? system.reason : system.system.title;
  if ('reason' in system) return null;
  if (what === 'edition') return system.edition;
  if (!system.system.servicePackEditions || system.servicePack === null) return null;
  return system.servicePack > 0 ? 'service pack 1 or later' : 'no service pack';
}

/** The later system, with what only the earlier says of the same one. */
function mergedSystem(earlier: SystemFact | NoSystem, later: SystemFact | NoSystem): SystemFact | NoSystem {
  if ('reason' in later || 'reason' in earlier || earlier.system !== later.system) return later;
  return {
    system: later.system,
    edition: later.edition ?? earlier.edition,
    servicePack: later.servicePack ?? earlier.servicePack,
  };
}

/** The requests of two logs, the oldest first; what host and client both logged, or two exports have, once. */
function mergeRequests(
  one: readonly ClientRequest[],
  other: readonly ClientRequest[],
): readonly ClientRequest[] {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  const merged = new Map(
    [...one, ...other].map((request) => [`${request.time} ${request.clientMachineId}`, request]),
  );
  return [...merged.values()].sort((a, b) => a.time - b.time);
}

function nameOf({ name, os }: EstateComputer): string {
  return name ?? os;
}

function least(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
