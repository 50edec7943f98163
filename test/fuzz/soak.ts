import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { contentOf } from '../cli/folder-content.ts';
import { ended, makeWorkFolder, removeWorkFolder, SCENARIO, start, vasim } from '../cli/vasim.ts';
import { require } from './check-load.ts';
import type { Choices } from './random.ts';

const PAIR = ['branch.yaml', 'late.yaml', '--replications', '6', '--workers', '2', '--quiet'];
const PLAIN = ['--no-charts', '--no-report'];

/** Commands that are killed, by the folder that each leaves. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'out/run': ['run', 'branch.yaml', '--quiet', '--out', 'out/run'],
  'out/pair': ['compare', ...PAIR, ...PLAIN, '--out', 'out/pair'],
  'out/whole': ['merge', 'parts/1', 'parts/2', '--quiet', '--no-charts', '--out', 'out/whole'],
};

/** Runs commands that are killed at random moments, and looks at what they leave. */
export class Soak {
  private readonly work: string;
  private readonly choices: Choices;
  /** What each command leaves when nothing disturbs it, and how long it takes. */
  private readonly whole = new Map<string, { readonly content: unknown; readonly milliseconds: number }>();

  private constructor(choices: Choices) {
    this.work = makeWorkFolder();
    this.choices = choices;
    writeFileSync(
      join(this.work, 'branch.yaml'),
      SCENARIO.replace('over: 14 d }', 'over: 14 d, order: random }'),
    );
    writeFileSync(join(this.work, 'late.yaml'), SCENARIO.replace('count: 30', 'count: 26'));
  }

  /** Makes a folder with scenarios and parts, and runs each command once without disturbance. */
  static async begin(choices: Choices): Promise<Soak> {
    const soak = new Soak(choices);
    for (const part of ['1', '2'])
      await soak.run(['compare', ...PAIR, ...PLAIN, '--shard', `${part}/2`, '--out', `parts/${part}`]);
    for (const [folder, words] of Object.entries(COMMANDS)) {
      const began = performance.now();
      await soak.run(words);
      soak.whole.set(folder, {
        content: contentOf(join(soak.work, folder)),
        milliseconds: performance.now() - began,
      });
    }
    return soak;
  }

  end(): void {
    removeWorkFolder(this.work);
  }

  /**
   * Kills a command at a random moment, perhaps while it replaces earlier results, and looks at what is there; then runs it to its
   * end and looks again.
   *
   * @throws Error when something half-written is taken for whole, is left, or the results differ
   */
  async killOnce(): Promise<void> {
    const { choices, work } = this;
    const folder = choices.one(Object.keys(COMMANDS));
    const words = COMMANDS[folder];
    const whole = this.whole.get(folder);
    if (whole === undefined) throw new Error(`nothing is known of ${folder}`);
    if (choices.chance(0.5)) rmSync(join(work, folder), { recursive: true, force: true });
    if (choices.chance(0.5)) rmSync(join(work, 'out/.vasim-replications'), { recursive: true, force: true });
    mkdirSync(join(work, 'out'), { recursive: true });
    const child = start(words, { cwd: work });
    const end = ended(child);
    await setTimeout(choices.uniform() * whole.milliseconds);
    child.kill('SIGKILL');
    await end;
    if (existsSync(join(work, folder))) requireWhole(join(work, folder));
    await this.run(words);
    requireWhole(join(work, folder));
    const content = contentOf(join(work, folder));
    require(JSON.stringify(content) === JSON.stringify(whole.content), `the results of ${words.join(' ')}`);
    const left = readdirSync(join(work, 'out')).filter((name) => /\.(partial|replaced)-/.test(name));
    require(left.length === 0, `left after ${words.join(' ')}: ${left.join(', ')}`);
  }

  private async run(words: readonly string[]): Promise<void> {
    const { status, errors } = await vasim(words, { cwd: this.work });
    require(status === 0, `${words.join(' ')} ends with ${status}: ${errors}`);
  }
}

/** A folder at its place has every file that its manifest lists, with its checksum. */
function requireWhole(folder: string): void {
  const { files } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  for (const [name, checksum] of Object.entries(files)) {
    const actual = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    require(actual === checksum, `${name} in ${folder} is as the manifest says`);
  }
}
