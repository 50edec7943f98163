import { basename, resolve } from 'node:path';
import { ScenarioFiles } from '../../library/files/scenario-files.ts';
import type { PlaygroundFile } from '../../page/content/report-document.ts';
import { loadScenario } from '../../scenario/load.ts';
import { CommandLineError } from '../shared/command-line-error.ts';
import { requireFile } from '../shared/input/load-scenario.ts';
import { shippedExercises, shippedScenarios } from '../shared/input/shipped-files.ts';

/**
 * The files of a playground: those that are named, each followed by what it extends; or the shipped ones.
 *
 * @throws CommandLineError when one does not exist, or two have the same name
 */
export function playgroundFiles(named: readonly string[], currentFolder: string): PlaygroundFile[] {
  const paths =
    named.length > 0
      ? named.map((name) => resolve(currentFolder, name))
      : [...shippedScenarios(), ...shippedExercises()];
  for (const name of named) requireFile(name, currentFolder);
  const files = new Map<string, { readonly path: string; readonly text: string }>();
  for (const path of paths) {
    for (const [read, text] of chainOf(path, currentFolder)) {
      const name = basename(read);
      const other = files.get(name);
      if (other !== undefined && other.path !== read)
        throw new CommandLineError(`two files are named ${name}: ${other.path} and ${read}; rename one`);
      files.set(name, { path: read, text });
    }
  }
  return [...files].map(([name, { text }]) => ({ name, text }));
}

/** A file and those that it extends, as they are read; whether they are right is for the page to say. */
function chainOf(path: string, currentFolder: string): Map<string, string> {
  const sources = new ScenarioFiles(currentFolder, path);
  const texts = new Map<string, string>();
  loadScenario(path, {
    resolve: (from, reference) => sources.resolve(from, reference),
    read: (file) => {
      const text = sources.read(file);
      texts.set(resolve(currentFolder, file), text);
      return text;
    },
  });
  return texts;
}
