import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Firefox as Debian packages it, which `.ci/run` installs. */
const EXECUTABLE = process.env.FIREFOX ?? '/usr/bin/firefox-esr';

/** Whether there is a Firefox to test with. */
export const hasFirefox = existsSync(EXECUTABLE);

const PREFERENCES = `user_pref('marionette.port', 0);
user_pref('toolkit.telemetry.enabled', false);
user_pref('datareporting.policy.dataSubmissionEnabled', false);
user_pref('app.update.enabled', false);
user_pref('browser.shell.checkDefaultBrowser', false);
`;

/** Its console, where broken policies are noted, is the system's. */
const ARGUMENTS = ['--headless', '--no-remote', '--marionette', '--remote-allow-system-access'];

const START_MILLISECONDS = 60_000;
const POLL_MILLISECONDS = 50;

/**
 * A Firefox that is driven by Marionette, its own protocol: messages in JSON over TCP, each with its length in front.
 * playwright-core knows only Firefoxes of its own making.
 */
export class Firefox {
  private readonly process: ChildProcess;
  private readonly profile: string;
  private readonly socket: Socket;
  private received = Buffer.alloc(0);
  private readonly waiting = new Map<number, (answer: readonly unknown[]) => void>();
  private requests = 0;

  private constructor(process: ChildProcess, profile: string, socket: Socket) {
    this.process = process;
    this.profile = profile;
    this.socket = socket;
    socket.on('data', (bytes) => this.receive(bytes));
  }

  static async start(): Promise<Firefox> {
    const profile = mkdtempSync(join(tmpdir(), 'vasim-firefox-'));
    writeFileSync(join(profile, 'user.js'), PREFERENCES);
    const process = spawn(EXECUTABLE, [...ARGUMENTS, '--profile', profile], {
      stdio: 'ignore',
    });
    const socket = connect(await portIn(profile), '127.0.0.1');
    const firefox = new Firefox(process, profile, socket);
    await firefox.ask('WebDriver:NewSession', { pageLoadStrategy: 'normal' });
    return firefox;
  }

  /** Opens a file as a double click does. */
  async open(path: string): Promise<void> {
    await this.ask('WebDriver:Navigate', { url: `file://${path}` });
  }

  /** Runs a script in the page; what it returns is given. */
  async run(script: string): Promise<unknown> {
    const { value } = (await this.ask('WebDriver:ExecuteScript', { script, args: [] })) as { value: unknown };
    return value;
  }

  /** Waits until the page has a text in it. */
  async waitForText(text: string): Promise<void> {
    const has = `return document.body.innerText.includes(${JSON.stringify(text)})`;
    const until = performance.now() + START_MILLISECONDS;
    while (!(await this.run(has))) {
      if (performance.now() > until) throw new Error(`the page in Firefox never said: ${text}`);
      await wait(POLL_MILLISECONDS);
    }
  }

  /** Errors and broken policies that Firefox has noted of pages from files. */
  async errors(): Promise<string[]> {
    await this.ask('Marionette:SetContext', { value: 'chrome' });
    const errors = await this.run(`return Services.console.getMessageArray()
      .filter((message) => message instanceof Ci.nsIScriptError && /^(?:file|blob):/.test(message.sourceName))
      .map((message) => message.errorMessage)`);
    await this.ask('Marionette:SetContext', { value: 'content' });
    return errors as string[];
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    this.socket.destroy();
    this.process.kill();
    await ended;
    rmSync(this.profile, { recursive: true, force: true });
  }

  private ask(command: string, parameters: object): Promise<unknown> {
    this.requests += 1;
    const id = this.requests;
    const message = Buffer.from(JSON.stringify([0, id, command, parameters]));
    this.socket.write(`${message.length}:`);
    this.socket.write(message);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ([, , error, answer]) => {
        if (error === null) resolve(answer);
        else reject(new Error(`${command}: ${JSON.stringify(error)}`));
      });
    });
  }

  private receive(bytes: Buffer): void {
    this.received = Buffer.concat([this.received, bytes]);
    for (;;) {
      const colon = this.received.indexOf(':');
      const end = colon + 1 + Number(this.received.subarray(0, Math.max(0, colon)).toString());
      if (colon === -1 || this.received.length < end) return;
      const message: unknown = JSON.parse(this.received.subarray(colon + 1, end).toString());
      this.received = this.received.subarray(end);
      // The first message is no answer: Firefox says who it is.
      if (Array.isArray(message)) this.waiting.get(message[1])?.(message);
    }
  }
}

/** The port that Firefox has chosen, once it listens. */
async function portIn(profile: string): Promise<number> {
  const file = join(profile, 'MarionetteActivePort');
  const until = performance.now() + START_MILLISECONDS;
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') {
    if (performance.now() > until) throw new Error('Firefox has not started within a minute');
    await wait(POLL_MILLISECONDS);
  }
  return Number(readFileSync(file, 'utf8'));
}
