import type { InventoryProblem } from '../../../src/scenario/import/basics/inventory-error.ts';
import { type ImportReport, importEstate } from '../../../src/scenario/import/import-estate.ts';
import type { ImportOptions } from '../../../src/scenario/import/import-options.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

/** A scenario that was imported, as text and as it loads. */
export interface Imported {
  readonly text: string;
  readonly scenario: Scenario;
  readonly report: ImportReport;
}

type Map = Readonly<Record<string, string>>;

/** Bytes of a text, as most tools write them. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-16 with its byte order mark, as Excel's "Unicode Text" and PowerShell's `-Encoding Unicode` write it. */
export function utf16(text: string, bigEndian = false): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  for (const [index, unit] of [0xfeff, ...text.split('').map((_, at) => text.charCodeAt(at))].entries()) {
    view.setUint16(2 * index, unit, !bigEndian);
  }
  return bytes;
}

/** A file, or several by name. */
export type Files = string | Uint8Array | Readonly<Record<string, string | Uint8Array>>;

function filesOf(files: Files, fileName: string) {
  const named = typeof files === 'string' || files instanceof Uint8Array ? { [fileName]: files } : files;
  return Object.entries(named).map(([name, file]) => ({
    name,
    bytes: typeof file === 'string' ? utf8(file) : file,
  }));
}

/** Imports what must be right, and loads the scenario that comes of it. */
export function imported(
  files: Files,
  map: Map = {},
  fileName = 'list.csv',
  options: ImportOptions = {},
): Imported {
  const result = importEstate(filesOf(files, fileName), { map, ...options });
  if (!result.ok) throw new Error(result.errors.map(describeProblem).join('\n'));
  return { text: result.scenario, report: result.report, scenario: loaded(result.scenario) };
}

/** What is wrong with files, `LINE:COLUMN MESSAGE` each. */
export function refused(
  files: Files,
  map: Map = {},
  fileName = 'list.csv',
  options: ImportOptions = {},
): string[] {
  const result = importEstate(filesOf(files, fileName), { map, ...options });
  if (result.ok) throw new Error('expected errors');
  return result.errors.map(describeProblem);
}

/** The machine groups of an imported scenario: system, network, kind and names. */
export function groupsOf({ scenario }: Imported): Record<string, string> {
  const groups = [...scenario.parameters.groups].map(
    ([name, { os, network, virtual, names, count, method }]) => {
      const kind = `${virtual ? ' virtual' : ''}${method.type === 'mak' ? ' mak' : ''}`;
      return [name, `${os} on ${network}${kind}: ${names === null ? count : names.join(' ')}`];
    },
  );
  return Object.fromEntries(groups);
}

/** Loads a scenario that must be right. */
export function loaded(text: string): Scenario {
  const sources = {
    read: () => text,
    resolve: (): never => {
      throw new Error('an imported scenario extends nothing');
    },
  };
  const result = loadScenario('imported.yaml', sources);
  if (result.ok) return result.scenario;
  throw new Error(result.diagnostics.map(({ place, message }) => `${place?.line} ${message}`).join('\n'));
}

function describeProblem({ line = 0, column = 0, message }: InventoryProblem): string {
  return `${line}:${column} ${message}`;
}
