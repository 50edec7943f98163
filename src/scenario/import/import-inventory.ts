import { readCilInventory } from './cil-inventory.ts';
import type { ColumnMap } from './columns.ts';
import { readCsvInventory } from './csv-inventory.ts';
import { readCsvTable } from './csv-table.ts';
import { decode } from './decode.ts';
import type { Inventory } from './inventory.ts';
import { InventoryError, type InventoryProblem } from './inventory-error.ts';
import type { LeftOut } from './left-out.ts';
import { MAX_SCENARIO } from './limits.ts';
import { planScenario } from './scenario-plan.ts';
import { scenarioText } from './scenario-text.ts';
import { shown } from './shown.ts';
import { sortOut } from './sort-out.ts';

/** What an import tells besides the scenario. */
export interface ImportReport {
  /** Computers that are in the scenario. */
  readonly machines: number;
  readonly groups: number;
  /** The most frequent reason first. */
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
}

export type ImportResult =
  | { readonly ok: true; readonly scenario: string; readonly report: ImportReport }
  | { readonly ok: false; readonly errors: readonly InventoryProblem[] };

/**
 * Makes a commented scenario of an inventory: a table in CSV, or a computer list of the Volume Activation
 * Management Tool (CIL or CILX). Every row is either a machine of the scenario or counted among what is left out.
 *
 * @param fileName without folders: names the scenario
 * @param options `map`: columns of a CSV file and the fields that they are said to be
 * @returns the scenario as YAML, which is valid and can be run, or what is wrong with the file
 */
export function importInventory(
  bytes: Uint8Array,
  fileName: string,
  options: { readonly map?: ColumnMap } = {},
): ImportResult {
  try {
    const { text, notes } = decode(bytes);
    const inventory = readInventory(text, options.map ?? {});
    return makeScenario(fileName, { ...inventory, notes: [...notes, ...inventory.notes] });
  } catch (error) {
    if (!(error instanceof InventoryError)) throw error;
    return { ok: false, errors: error.problems };
  }
}

function readInventory(text: string, map: ColumnMap): Inventory {
  if (!text.trimStart().startsWith('<')) return readCsvInventory(readCsvTable(text), map);
  if (Object.keys(map).length > 0) {
    throw new InventoryError({ line: 1, column: 1, message: '--map is for CSV files; this is XML' });
  }
  return readCilInventory(text);
}

function makeScenario(fileName: string, inventory: Inventory): ImportResult {
  const sorted = sortOut(inventory);
  const plan = planScenario(sorted.groups);
  const report: ImportReport = {
    machines: plan.groups.reduce((sum, { count }) => sum + count, 0),
    groups: plan.groups.length,
    leftOut: sorted.leftOut,
    notes: [...inventory.notes, ...sorted.notes],
  };
  const file = shown(fileName) || 'an inventory';
  const title = `Estate of ${shown(fileName.replace(/(?<=.)\.[^.]*$/, '')) || 'an inventory'}`;
  const scenario = scenarioText(title, plan, { ...report, fileName: file, origin: inventory.origin });
  if (scenario.length > MAX_SCENARIO) {
    const message = `the scenario would be larger than the ${MAX_SCENARIO / 1024 / 1024} MiB that can be read: import a part at a time`;
    throw new InventoryError({ message });
  }
  return { ok: true, scenario, report };
}
