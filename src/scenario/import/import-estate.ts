import { InventoryError } from './basics/inventory-error.ts';
import { MAX_SCENARIO } from './basics/limits.ts';
import { shown } from './basics/shown.ts';
import { type GroupedComputers, groupComputers, nothingLeft } from './computers/group-computers.ts';
import { type JoinedComputers, joinComputers } from './computers/join-computers.ts';
import type { LeftOut } from './computers/left-out.ts';
import { describeHosts, hostKeys, hostsInInventory } from './hosts/describe-hosts.ts';
import type { EstateHost } from './hosts/host.ts';
import { joinHosts } from './hosts/join-hosts.ts';
import type { ImportFile, ImportOptions } from './import-options.ts';
import { measureEstate } from './measure/measure-estate.ts';
import { planScenario } from './output/scenario-plan.ts';
import { scenarioText } from './output/scenario-text.ts';
import { startDate } from './output/start-date.ts';
import { type FileProblem, problemsOf, type ReadFile, readFiles } from './read-files.ts';
import type { Format } from './readers/readers.ts';
import { readAssumptions } from './systems/assumptions.ts';

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
  const { read, errors } = readFiles(files, options, (part, doing) =>
    options.onProgress?.(READING * part, doing),
  );
  if (errors.length > 0) return { ok: false, errors };
  options.onProgress?.(READING, 'joining the computers');
  try {
    return { ok: true, ...makeScenario(read, options) };
  } catch (error) {
    return { ok: false, errors: problemsOf(error, 0) };
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
