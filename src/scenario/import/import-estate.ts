import { InventoryError, type InventoryProblem } from './basics/inventory-error.ts';
import { MAX_FILES, MAX_SCENARIO, MAX_TOTAL_BYTES } from './basics/limits.ts';
import { shown } from './basics/shown.ts';
import { type GroupedComputers, groupComputers, nothingLeft } from './computers/group-computers.ts';
import { type JoinedComputers, joinComputers } from './computers/join-computers.ts';
import type { LeftOut } from './computers/left-out.ts';
import { decode } from './encodings/decode.ts';
import type { Encoding } from './encodings/encodings.ts';
import { describeHosts, hostKeys, hostsInInventory } from './hosts/describe-hosts.ts';
import type { EstateHost } from './hosts/host.ts';
import { joinHosts } from './hosts/join-hosts.ts';
import { measureEstate } from './measure/measure-estate.ts';
import { planScenario } from './output/scenario-plan.ts';
import { scenarioText } from './output/scenario-text.ts';
import { startDate } from './output/start-date.ts';
import type { FileFacts } from './readers/reader.ts';
import { type Format, formatOf, READERS } from './readers/readers.ts';
import { readAssumptions } from './systems/assumptions.ts';
import type { ColumnMap } from './tables/columns.ts';

/** A file to import. */
export interface ImportFile {
  /** Without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How files are imported. */
export interface ImportOptions {
  /** Columns and the fields that they are said to be. */
  readonly map?: ColumnMap;
  /** Editions where nothing says one: `vista=vista-business`. */
  readonly assume?: readonly string[];
  /** Minutes before the newest date of a file from which a computer's silence means that it is gone; default 90 d. */
  readonly staleAfter?: number;
  /** Whether disabled and long silent computers are kept. */
  readonly keepStale?: boolean;
  /** What files are written in that have no byte order mark; default: found out. */
  readonly encoding?: Encoding;
  /** Is told now and then how far the import is, 0 to 1, and what it is doing. */
  readonly onProgress?: (done: number, doing: string) => void;
}

/** What an import says besides the scenario. */
export interface ImportReport {
  /** Computers that are in the scenario. */
  readonly machines: number;
  readonly groups: number;
  /** The files, each with its format. */
  readonly files: readonly { readonly name: string; readonly format: Format }[];
  /** The most frequent reason first. */
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
}

/** A problem of an import, with the file that it is in. */
export interface FileProblem extends InventoryProblem {
  /** The place of the file in the list; 0 for what is of no file. */
  readonly file: number;
  /** The line that it is in; empty where it is in none. */
  readonly sourceLine: string;
}

export type ImportResult =
  | { readonly ok: true; readonly scenario: string; readonly report: ImportReport }
  | { readonly ok: false; readonly errors: readonly FileProblem[] };

/** The part of an import's time that reading takes. */
const READING = 0.7;

/** Where a computer's account is taken for abandoned unless the caller says otherwise. */
export const STALE_AFTER = 90 * 24 * 60;

/**
 * Makes one commented scenario of what files say of an estate: lists of computers, logs of KMS hosts and clients,
 * license reports, DNS zones. Every computer is either a machine of the scenario or counted among what is left out.
 *
 * @returns the scenario as YAML, which is valid and can be run, or what is wrong with the files
 */
export function importEstate(files: readonly ImportFile[], options: ImportOptions = {}): ImportResult {
  const errors: FileProblem[] = [];
  const guarded = <Result>(file: number, action: () => Result): Result | undefined => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof InventoryError)) throw error;
      errors.push(...error.problems.map((problem) => ({ file, sourceLine: '', ...problem })));
      return undefined;
    }
  };
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const problem =
    files.length > MAX_FILES
      ? `more than ${MAX_FILES} files`
      : total > MAX_TOTAL_BYTES
        ? `the files together are larger than ${MAX_TOTAL_BYTES / 1024 / 1024} MiB`
        : null;
  if (problem !== null) return { ok: false, errors: [{ file: 0, sourceLine: '', message: problem }] };
  let before = 0;
  const read = files.map((file, index) => {
    const onProgress = (part: number) =>
      options.onProgress?.(
        (READING * (before + part * file.bytes.length)) / total,
        `reading ${shown(file.name)}`,
      );
    onProgress(0);
    const facts = guarded(index, () => readFile(file, options, files.length === 1, onProgress));
    before += file.bytes.length;
    return facts;
  });
  if (errors.length === 0) checkMap(options.map ?? {}, read, errors);
  if (errors.length > 0) return { ok: false, errors };
  const facts = read.filter((entry) => entry !== undefined);
  options.onProgress?.(READING, 'joining the computers');
  const made = guarded(0, () => makeScenario(facts, options));
  return made === undefined ? { ok: false, errors } : { ok: true, ...made };
}

/** A file that was read. */
interface ReadFile extends FileFacts {
  readonly fileName: string;
  readonly format: Format;
  /** Columns of the map that the file has. */
  readonly mapped: readonly string[];
}

function readFile(
  { name, bytes }: ImportFile,
  { map = {}, encoding }: ImportOptions,
  isOnly: boolean,
  onProgress: (part: number) => void,
): ReadFile {
  const { text, notes } = decode(bytes, encoding);
  const format = formatOf(text);
  const own = isOnly ? map : columnsIn(text, map);
  if (Object.keys(own).length > 0 && (format === 'event-xml' || format === 'vamt')) {
    throw new InventoryError({ line: 1, column: 1, message: '--map is for tables; this is XML' });
  }
  const facts = withSourceLines(text, () =>
    READERS[format].read(text, { fileName: name, map: own, isOnly, onProgress }),
  );
  return { ...facts, notes: [...notes, ...facts.notes], fileName: name, format, mapped: Object.keys(own) };
}

/** Adds to what is wrong the lines that it is in. */
function withSourceLines<Result>(text: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof InventoryError)) throw error;
    const last = Math.max(...error.problems.map(({ line = 0 }) => line));
    const lines = text.split('\n', last);
    throw new InventoryError(
      ...error.problems.map((problem) => ({ ...problem, sourceLine: lines[(problem.line ?? 0) - 1] ?? '' })),
    );
  }
}

/** Of several files each has some of the columns that are mapped: those that its beginning names. */
function columnsIn(text: string, map: ColumnMap): ColumnMap {
  const start = text.slice(0, 65_536).toLowerCase();
  return Object.fromEntries(
    Object.entries(map).filter(([column]) => start.includes(column.trim().toLowerCase())),
  );
}

function checkMap(map: ColumnMap, read: readonly (ReadFile | undefined)[], errors: FileProblem[]): void {
  for (const column of Object.keys(map)) {
    if (read.some((file) => file?.mapped.includes(column))) continue;
    errors.push({
      file: 0,
      sourceLine: '',
      name: 'unknown-column',
      message: `--map: no file has a column \`${shown(column)}\``,
    });
  }
}

function makeScenario(
  files: readonly ReadFile[],
  options: ImportOptions,
): { scenario: string; report: ImportReport } {
  const assumptions = readAssumptions(options.assume ?? []);
  const joined = joinComputers(files);
  const hosts = joinHosts([...files, { fileName: '', hosts: hostsInInventory(joined.computers) }]);
  const keys = hostKeys(hosts);
  const measured = measureEstate(
    joined.computers,
    files.flatMap(({ answers }) => answers),
  );
  const grouped = groupComputers(joined.computers, {
    assumptions,
    staleAfter: options.staleAfter ?? STALE_AFTER,
    keepStale: options.keepStale ?? false,
    isHost: ({ name, channel, inventoried }) =>
      channel === 'host' || (inventoried && name !== null && keys.has(name.toLowerCase())),
    behaviorOf: measured.behaviorOf,
  });
  if (grouped.groups.length === 0 && hosts.length === 0) throw nothingLeft(grouped.leftOut);
  return assemble(files, { joined, hosts, grouped, measured, assumptions });
}

interface Estate {
  readonly joined: JoinedComputers;
  readonly hosts: readonly EstateHost[];
  readonly grouped: GroupedComputers;
  readonly measured: ReturnType<typeof measureEstate>;
  readonly assumptions: ReturnType<typeof readAssumptions>;
}

function assemble(
  files: readonly ReadFile[],
  { joined, hosts, grouped, measured, assumptions }: Estate,
): { scenario: string; report: ImportReport } {
  const described = describeHosts(hosts, joined.computers, assumptions);
  const plan = planScenario({
    groups: grouped.groups,
    hosts: described.hosts,
    domain: described.domain,
    intervals: measured.intervals,
  });
  const start = measured.period.start === undefined ? startDate(plan) : null;
  const names = files.map(({ fileName }) => shown(fileName) || 'an inventory');
  const report: ImportReport = {
    machines: plan.groups.reduce((sum, { count }) => sum + count, 0),
    groups: plan.groups.length,
    files: files.map(({ fileName, format }) => ({ name: fileName, format })),
    leftOut: grouped.leftOut,
    notes: unique([
      ...files.flatMap(({ notes }) => notes),
      ...measured.notes,
      ...joined.contradictions.notes(),
      ...described.notes,
      ...grouped.notes,
      ...(start === null ? [] : [start.note]),
    ]),
  };
  const origin = files.flatMap(({ origin: lines }, index) =>
    files.length === 1 ? lines : lines.slice(0, 1).map((line) => `${names[index]}: ${line}`),
  );
  const scenario = scenarioText({
    title: titleOf(files, described.domain),
    plan,
    head: { ...report, fileName: names.join(', '), origin },
    period: { ...(start === null ? {} : { start: start.date }), ...measured.period },
    measureOf: measured.measureOf,
  });
  if (scenario.length > MAX_SCENARIO) {
    const message = `the scenario would be larger than the ${MAX_SCENARIO / 1024 / 1024} MiB that can be read: import a part at a time`;
    throw new InventoryError({ message });
  }
  return { scenario, report };
}

/** In the words of the file's name; of several files, the estate's domain. */
function titleOf(files: readonly ReadFile[], domain: string): string {
  const name = files.length > 1 && domain !== '' ? domain : files[0].fileName.replace(/(?<=.)\.[^.]*$/, '');
  return `Estate of ${shown(name) || 'an inventory'}`;
}

function unique(notes: readonly string[]): readonly string[] {
  return [...new Set(notes)];
}
