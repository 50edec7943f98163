import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { playgroundHtml } from '../../src/page/file/playground.ts';
import { shipped, textOf } from '../scenarios/shipped.ts';
import { Firefox, hasFirefox } from './firefox.ts';
import { writeReport } from './report-files.ts';

/** Where there is no Firefox nothing is tested here; `.ci/run` installs it. */
describe.skipIf(!hasFirefox)('in Firefox', { timeout: 180_000 }, () => {
  let firefox: Firefox;

  beforeAll(async () => {
    firefox = await Firefox.start();
  });

  afterAll(() => firefox?.close());

  it('a report repeats its run to the byte, and draws the estate and the charts', async () => {
    await firefox.open(writeReport(shipped('03-branch-offices')).path);
    await firefox.waitForText('gives the same 7 files, byte for byte');
    expect(await firefox.run('return document.querySelectorAll(".estate .room").length')).toBe(4);
    const drawn = `return [...document.querySelectorAll("canvas")].map((canvas) =>
      new Set(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data).size > 20)`;
    expect(await firefox.run(drawn)).toEqual([true, true, true, true]);
  });

  it('the playground checks and runs what is written', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'vasim-page-')), 'playground.html');
    const files = [{ name: '01-thresholds.yaml', text: textOf('01-thresholds') }];
    writeFileSync(path, playgroundHtml({ kind: 'playground', version: '1.2.3', files }));
    await firefox.open(path);
    await firefox.waitForText('No error');
    await firefox.run(
      '[...document.querySelectorAll("button")].find((b) => b.textContent === "Run").click()',
    );
    await firefox.waitForText('26 of 26 machines were licensed');
    expect(await firefox.run('return document.querySelector(".cm-content") !== null')).toBe(true);
  });

  it('no script of theirs fails, and no policy is broken', async () => {
    expect(await firefox.errors()).toEqual([]);
    // So that this can fail: what must not happen is noted when it does.
    await firefox.run(`const image = document.createElement("img");
      image.src = "https://example.com/x.png";
      document.body.append(image);`);
    await expect.poll(() => firefox.errors()).toEqual([expect.stringContaining('img-src')]);
  });
});
