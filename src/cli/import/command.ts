import type { Command } from '../shared/command.ts';
import { requireThread } from '../shared/thread/needs-thread.ts';
import { IMPORT_OPTIONS, type ImportArguments } from './options.ts';

/** `vasim import`. */
export const importCommand: Command<ImportArguments> = {
  usage: 'import <FILE..>',
  summary: 'make a scenario from lists of computers, logs and DNS zones',
  description:
    'Makes a commented scenario of what files say of an estate, joined by computer name: tables (CSV) as directory and inventory tools export them, LDIF, systeminfo, computer lists of VAMT, logs of KMS requests (events 12288 to 12290 as CSV, XML or text), slmgr /dlv, DNS zones. Each file is recognized by its content; where files contradict each other the later one wins. What is left out is counted by reason. What no file says is marked COMPLETE: in the scenario.',
  positionals: { FILE: 'what there is: lists, logs, license reports, zones; - reads standard input' },
  options: IMPORT_OPTIONS,
  examples: [
    ['$0 import computers.csv --out estate.yaml', 'a scenario to complete and run'],
    ['$0 import ad.csv vms.csv kms-log.xml zone.db', 'several sources, joined by computer name'],
    ['$0 import assets.csv --map "Asset Tag=name" --site-from Building', 'headings of your own'],
    ['$0 import sccm.csv --assume "vista=vista-business"', 'the edition where no column says it'],
    ['$0 import --check kms-log.xml estate.yaml', 'does the model do what the real clients did?'],
    ['$0 import lab.cilx --json', 'scenario and report for a script'],
  ],
  async perform(args, host) {
    requireThread(host);
    const { importFiles } = await import('./perform.ts');
    return importFiles(args, host);
  },
};
