import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Chromium as Debian packages it, which `.ci/run` installs. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Nothing that phones home: a test must see the requests of the page alone. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched: Promise<Browser> | undefined;

/**
 * The browser of this worker, which test files share; it ends with the worker. A file closes its context.
 *
 * @throws Error where there is no Chromium, with what to install
 */
export function sharedBrowser(): Promise<Browser> {
  launched ??= launchChromium();
  return launched;
}

async function launchChromium(): Promise<Browser> {
  if (!existsSync(EXECUTABLE))
    throw new Error(
      `no Chromium at ${EXECUTABLE}: install it (\`apt-get install chromium\`) or set CHROMIUM`,
    );
  return chromium.launch({ executablePath: EXECUTABLE, args: QUIET });
}

/** A page that is open, and what it did that no page of ours may. */
export interface OpenPage {
  readonly page: Page;
  /** Addresses that it asked for, but for itself and what it made. */
  readonly requests: readonly string[];
  /** Errors of its scripts, and what its policy kept out. */
  readonly errors: readonly string[];
}

/** Opens a file as a double click does. */
export async function openFile(context: BrowserContext, path: string): Promise<OpenPage> {
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('blob:') && !url.startsWith('data:') && url !== `file://${path}`) requests.push(url);
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  await page.goto(`file://${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, requests, errors };
}
