import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { runCharts } from '../../src/charts/chart-set.ts';
import { conditionsChart } from '../../src/charts/conditions-chart.ts';
import { openPngRenderer } from '../../src/charts/png.ts';
import { thresholdsOf } from '../../src/charts/thresholds.ts';
import { Condition } from '../../src/model/definitions/conditions.ts';
import { PUBLISHED_RULES } from '../../src/model/definitions/rules.ts';
import { observedSimulation } from '../../src/model/observed-simulation.ts';
import { RunRecorder } from '../../src/recording/run-recorder.ts';
import { makeWorkFolder, removeWorkFolder, SCENARIO, vasim } from '../cli/vasim.ts';
import { scenarioOf } from '../scenario/in-memory.ts';
import { groupOf, hostOf, lapsingGroup, outage, runOf } from './sample-series.ts';

const year = runOf(365, {
  groups: [lapsingGroup('core-desktops', 365, 220, 250)],
  hosts: [hostOf('kms-1', 365, (day) => Math.min(50, day))],
  outages: [outage('kms-1 is down', 100, 112)],
});
const titled = (title: string) =>
  conditionsChart(runOf(1, { title, groups: [groupOf('a', 1, () => ({ [Condition.Licensed]: 4 }))] }));

describe('pictures of charts', () => {
  it('are PNG of 2400 x 1200 pixels', async () => {
    const renderer = await openPngRenderer();
    for (const { configuration } of runCharts(year, thresholdsOf(PUBLISHED_RULES)).charts) {
      const png = Buffer.from(await renderer.render(configuration));
      expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2400, 1200]);
    }
  });

  it('are the same bytes for the same run', async () => {
    const renderer = await openPngRenderer();
    const configuration = conditionsChart(year);
    const first = await renderer.render(configuration);
    expect(Buffer.compare(first, await renderer.render(configuration))).toBe(0);
    expect(Buffer.compare(first, await renderer.render(conditionsChart(year)))).toBe(0);
  });

  it('show text, in the scripts of Europe', async () => {
    const renderer = await openPngRenderer();
    const titles = ['', 'KMS', 'MAK', 'Łódź', 'Ждёт', 'Αθήνα'];
    const drawn = await Promise.all(titles.map((title) => renderer.render(titled(title))));
    const pictures = drawn.map((picture) => Buffer.from(picture).toString('base64'));
    expect(new Set(pictures).size).toBe(titles.length);
  });

  it('leave the configuration as it was', async () => {
    const renderer = await openPngRenderer();
    const configuration = conditionsChart(year);
    await renderer.render(configuration);
    expect(JSON.stringify(configuration) === JSON.stringify(conditionsChart(year))).toBe(true);
  });
});

describe('pictures of the built program', () => {
  const work = makeWorkFolder();
  afterAll(() => removeWorkFolder(work));

  it('are those of the sources: what its build leaves out of the libraries shows nothing', async () => {
    const marked = `${SCENARIO}timeline: [{ at: 20 d, for: 3 d, down: kms-1 }, { at: 30 d, retire: desks, count: 9 }]\n`;
    const scenario = scenarioOf(marked);
    const { simulation, observer } = observedSimulation(
      scenario.parameters,
      (unobserved) =>
        new RunRecorder(unobserved, { scenario, events: 'none', open: () => ({ write: () => {} }) }),
    );
    simulation.run();
    const { charts } = runCharts(observer.finish().charted, thresholdsOf(scenario.parameters.rules));
    writeFileSync(join(work, 'marked.yaml'), marked);
    expect((await vasim(['run', 'marked.yaml', '--quiet', '--no-report'], { cwd: work })).status).toBe(0);
    const renderer = await openPngRenderer();
    expect(charts.map(({ name }) => name)).toEqual(['conditions', 'counts', 'contacts']);
    for (const { name, configuration } of charts) {
      const built = readFileSync(join(work, `out/marked/charts/${name}.png`));
      expect(built.equals(await renderer.render(configuration))).toBe(true);
    }
  });
});

describe('without the libraries that draw', () => {
  afterEach(() => {
    vi.doUnmock('chartjs-node-canvas');
    vi.resetModules();
  });

  it('says that charts are left out and why', async () => {
    vi.resetModules();
    vi.doMock('@napi-rs/canvas', () => {
      throw new Error('no binary for this system');
    });
    const fresh = await import('../../src/charts/png.ts');
    const opening = fresh.openPngRenderer();
    await expect(opening).rejects.toBeInstanceOf(fresh.ChartsUnavailable);
    await expect(opening).rejects.toThrow('@napi-rs/canvas, which draws them, cannot be loaded');
  });
});
