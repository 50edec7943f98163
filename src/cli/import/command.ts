import type { Command } from '../shared/command.ts';
import { IMPORT_OPTIONS, type ImportArguments } from './options.ts';

/** `vasim import`. */
export const importCommand: Command<ImportArguments> = {
  usage: 'import <FILE>',
  summary: 'make a scenario from an inventory of computers',
  description:
    'Makes a commented scenario, on standard output, from a list of computers: CSV as directory and inventory tools export it, or a computer list of VAMT (CIL, CILX). Computers that have no volume edition of Windows Vista or Windows Server 2008 are counted and left out. What the list does not know is marked COMPLETE: in the scenario.',
  positionals: { FILE: 'the list: CSV, CIL or CILX; - reads standard input' },
  options: IMPORT_OPTIONS,
  examples: [
    ['$0 import computers.csv > estate.yaml', 'a scenario to complete and run'],
    ['$0 import assets.csv --map "Asset Tag=name" --map "Building=site"', 'headings of your own'],
    ['$0 import lab.cilx --json', 'scenario and report for a script'],
  ],
  async perform(args, host) {
    const { importFile } = await import('./perform.ts');
    return importFile(args, host);
  },
};
