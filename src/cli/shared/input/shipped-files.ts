import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The scenarios that vasim is shipped with: beside the program's own files, wherever it is installed. */
const SCENARIOS = fileURLToPath(new URL('../../../../scenarios/', import.meta.url));
const EXERCISES = join(SCENARIOS, 'exercises');

/** Absolute paths of the scenarios that vasim is shipped with, in the order of their names without the ending. */
export function shippedScenarios(): string[] {
  return scenariosIn(SCENARIOS);
}

/** As {@link shippedScenarios}, of the exercises. */
export function shippedExercises(): string[] {
  return existsSync(EXERCISES) ? scenariosIn(EXERCISES) : [];
}

const ENDING = '.yaml';

function scenariosIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => name.slice(0, -ENDING.length))
    .sort()
    .map((name) => join(folder, `${name}${ENDING}`));
}
