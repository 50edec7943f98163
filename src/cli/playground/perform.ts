import { join, resolve } from 'node:path';
import { playgroundHtml } from '../../page/file/playground.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { Messages } from '../shared/messages.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { recordedCommand } from '../shared/results/recorded-command.ts';
import { makeResultsFolder } from '../shared/results/results-folder.ts';
import { writeTextFile } from '../shared/results/write-text.ts';
import { readVersion } from '../shared/version.ts';
import { playgroundFiles } from './files.ts';
import { PLAYGROUND_OPTIONS, type PlaygroundArguments } from './options.ts';

/** The name of the page in its folder. */
const PAGE = 'playground.html';

/** How a file for the page ends; anything else is a folder. */
const PAGE_ENDING = /\.html?$/i;

/**
 * Performs `vasim playground`: writes the one file that `--out` names, or the page into a folder of its own.
 *
 * @throws CommandLineError, RunFolderError, Interrupted; TemplateMissing where the program was not built
 */
export async function makePlayground(args: PlaygroundArguments, host: ProcessHost): Promise<ExitCode> {
  const messages = new Messages(host, args);
  const named = args.FILE ?? [];
  const files = playgroundFiles(named, host.currentFolder);
  const version = readVersion();
  const html = () => playgroundHtml({ kind: 'playground', version, files });
  if (args.out !== undefined && PAGE_ENDING.test(args.out)) {
    writeTextFile(resolve(host.currentFolder, args.out), args.out, html());
    messages.info(`The playground is ${args.out}; a double click opens it`);
    return EXIT.done;
  }
  const { shownPlace } = await makeResultsFolder({ name: 'playground', args }, host, async ({ folder }) => {
    folder.writeFile(PAGE, html());
    const commandLine = recordedCommand('playground', named, PLAYGROUND_OPTIONS, args);
    return { result: null, provenance: { version, seed: '', commandLine, scenario: null } };
  });
  messages.info(`The playground is ${join(shownPlace, PAGE)}; a double click opens it`);
  return EXIT.done;
}
