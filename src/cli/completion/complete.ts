import { type Complete, RootCommand } from '@bomb.sh/tab';
import { subjectNames } from '../../advice/explain/subjects.ts';
import { knownWords } from '../../advice/words/explain-word.ts';
import type { Loaded } from '../../scenario/load.ts';
import { exerciseNames } from '../grade/exercise-file.ts';
import { lessonFiles } from '../lesson/lesson-list.ts';
import { type Command, nameOfCommand, type OptionDescription } from '../shared/command.ts';
import { EXIT, type ExitCode } from '../shared/exit-codes.ts';
import { loadNamed } from '../shared/input/load-scenario.ts';
import type { ProcessHost } from '../shared/process-host.ts';
import { pathsLike } from './files.ts';
import { printedBy } from './printed-by.ts';

/** Names of machines that are offered at most. */
const MAX_MACHINES = 50;

/** Prints what the last of some words can be completed to, as the scripts read it. */
export async function completeWords(commands: readonly Command[], host: ProcessHost): Promise<ExitCode> {
  const words = host.args.slice(host.args.indexOf('--') + 1);
  const typed = words.at(-1) ?? '';
  const scenario = await scenarioIn(words.slice(1, -1), host);
  const root = new RootCommand();
  for (const command of commands)
    describe(root, command, { typed, scenario, currentFolder: host.currentFolder });
  host.stdout.write(printedBy(() => root.parse([...words])));
  return EXIT.done;
}

/** What completions are made of. */
interface Typed {
  /** The word that is being typed. */
  readonly typed: string;
  /** The scenario that was named before it, if it can be loaded. */
  readonly scenario: Loaded | null;
  readonly currentFolder: string;
}

/** The first word that is a scenario without errors. */
async function scenarioIn(words: readonly string[], host: ProcessHost): Promise<Loaded | null> {
  const file = words.find((word) => /\.(ya?ml|json)$/i.test(word));
  if (file === undefined) return null;
  try {
    const loaded = await loadNamed(file, {}, host);
    return loaded.ok ? loaded : null;
  } catch {
    // What cannot be read has no names to offer, and a shell that completes is no place for its errors.
    return null;
  }
}

function describe(root: RootCommand, command: Command, typed: Typed): void {
  const own = root.command(nameOfCommand(command), command.summary);
  for (const [name, option] of Object.entries(command.options)) {
    if (option.hidden === true) continue;
    const description = option.describe ?? '';
    if (option.type === 'boolean') own.option(name, description);
    else own.option(name, description, (complete) => offerValues(name, option, typed, complete));
  }
  for (const name of Object.keys(command.positionals)) {
    const isVariadic = command.usage.includes(`${name}..`);
    own.argument(name, (complete) => offerArguments(name, command, typed, complete), isVariadic);
  }
}

function offerValues(name: string, option: OptionDescription, { scenario }: Typed, complete: Complete): void {
  for (const choice of option.choices ?? []) complete(String(choice), '');
  if (name === 'design') for (const [design, { title }] of scenario?.designs ?? []) complete(design, title);
}

function offerArguments(
  name: string,
  command: Command,
  { typed, scenario, currentFolder }: Typed,
  complete: Complete,
): void {
  if (name === 'SUBJECT') {
    if (scenario !== null) for (const [subject, kind] of subjectsOf(scenario, typed)) complete(subject, kind);
    return;
  }
  if (name === 'NUMBER') for (const { number, name: lesson } of lessonFiles()) complete(number, lesson);
  for (const choice of choicesIn(command, name)) complete(choice, '');
  if (name === 'EXERCISE') for (const exercise of exerciseNames()) complete(exercise, 'an exercise');
  if (!/^(FILE|DIR|EXERCISE|ANSWER)/.test(name)) return;
  for (const path of pathsLike(typed, currentFolder)) complete(path, '');
  if (nameOfCommand(command) === 'explain' && typed !== '')
    for (const word of knownWords()) complete(word, 'a word');
}

/** Values that the description of an argument lists: `bash, zsh, fish, powershell`. */
function choicesIn({ positionals }: Command, name: string): string[] {
  const values = positionals[name].split(', ');
  return values.length > 1 && values.every((value) => /^[a-z-]+$/.test(value)) ? values : [];
}

function subjectsOf({ scenario: { parameters } }: Loaded, typed: string): [name: string, kind: string][] {
  const kinds = [
    ['group', parameters.groups],
    ['host', parameters.hosts],
    ['network', parameters.networks],
    ['key', parameters.keys],
  ] as const;
  const named = subjectNames(parameters).map((name): [string, string] => [
    name,
    kinds.find(([, section]) => section.has(name))?.[0] ?? '',
  ]);
  for (const [group, { names, count }] of parameters.groups) {
    if (typed === '' || (names === null && !typed.startsWith(`${group}-`))) continue;
    const machines = names ?? numbered(group, count);
    for (const name of machines.filter((machine) => machine.startsWith(typed)).slice(0, MAX_MACHINES))
      named.push([name, 'machine']);
  }
  return named;
}

function numbered(group: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${group}-${String(index + 1).padStart(4, '0')}`);
}
