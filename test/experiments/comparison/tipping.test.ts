import { describe, expect, it } from 'vitest';
import { type SettingValue, sweepFigure } from '../../../src/experiments/comparison/sweep.ts';
import { findTipping } from '../../../src/experiments/comparison/tipping.ts';
import { tippingSentences } from '../../../src/experiments/comparison/tipping-sentence.ts';
import type { Figures } from '../../../src/recording/figures/figures.ts';
import { design, luck } from './designs.ts';

function swept(
  settings: string[],
  grid: SettingValue[][],
  path: string,
  figures: (values: SettingValue[], replication: number) => Figures,
) {
  const cells = grid.map((values) => ({
    values,
    results: design(values.join(' '), (replication) => figures(values, replication), 10),
  }));
  return sweepFigure(settings, cells, path);
}

const COUNT = 'machines.site-a.count';
const along = (values: SettingValue[]) => values.map((value) => [value]);
const licensed = (values: number[], from: number) =>
  swept([COUNT], along(values), 'machines.everLicensed', ([count]) => ({
    machines: { everLicensed: Number(count) >= from ? Number(count) : 0 },
  }));

describe('where a sweep tips', () => {
  it('is between none and some', () => {
    const { tipping, course } = findTipping(licensed([22, 23, 24, 25, 26], 25));
    expect(tipping).toMatchObject({ kind: 'from zero', others: 0 });
    expect([tipping!.before.values, tipping!.after.values]).toEqual([[24], [25]]);
    expect(course).toBe('rises');
  });

  it('is said as what the group needs', () => {
    expect(tippingSentences(licensed([24, 25, 26], 25))).toEqual([
      'site-a needs 25 machines: at 24 none is ever licensed, at 25 25',
    ]);
  });

  it('is found whatever the order of the grid, and numbers are not ordered as text', () => {
    expect(tippingSentences(licensed([100, 25, 9, 24], 25))[0]).toContain('site-a needs 25 machines');
  });

  it('says when values between were not tried', () => {
    expect(tippingSentences(licensed([10, 20, 30], 25))[0]).toBe(
      'site-a needs 30 machines: at 20 none is ever licensed, at 30 30; values between were not tried',
    );
  });

  it('is where a figure begins to exist', () => {
    const figure = swept(
      [COUNT],
      along([20, 25, 30]),
      'machines.timeToLicensed.p95',
      ([count], replication) => ({
        machines: { timeToLicensed: { p95: Number(count) < 25 ? null : 14400 + 144 * luck(replication) } },
      }),
    );
    expect(tippingSentences(figure)[0]).toMatch(
      /^site-a needs 25 machines: time until 95 % are licensed \(days\) never at 20, 10\.\d+ ± 0\.\d+ at 25/,
    );
  });

  it('is the end of trouble where less is better', () => {
    const figure = swept(['hosts.kms-1.x'], along([1, 2, 3]), 'machines.everNotification', ([value]) => ({
      machines: { everNotification: Number(value) < 3 ? 7 : 0 },
    }));
    expect(tippingSentences(figure)[0]).toBe(
      'hosts.kms-1.x must be at least 3: machines ever in Notification 7 at 2, 0 at 3',
    );
  });

  it('is an upper limit where trouble begins', () => {
    const figure = swept([COUNT], along([1, 2, 3]), 'machines.everNotification', ([value]) => ({
      machines: { everNotification: Number(value) < 3 ? 0 : 7 },
    }));
    expect(tippingSentences(figure)[0]).toBe(
      'site-a may have at most 2 machines: machines ever in Notification 0 at 2, 7 at 3',
    );
  });

  it('is the largest step when nothing is 0, if its interval leaves 0 out', () => {
    const figure = swept(['x'], along([1, 2, 3, 4]), 'machines.failedContacts', ([value], replication) => ({
      machines: { failedContacts: (Number(value) < 3 ? 900 : 100) + luck(replication) - Number(value) },
    }));
    expect(findTipping(figure)).toMatchObject({ course: 'falls', tipping: { kind: 'step' } });
    expect(tippingSentences(figure)[0]).toMatch(/^the answer tips between x = 2 and 3: failed contacts/);
  });

  it('is nowhere in a gradual change, nor in noise', () => {
    const gradual = swept(['x'], along([1, 2, 3, 4, 5]), 'machines.failedContacts', ([value]) => ({
      machines: { failedContacts: 100 * Number(value) },
    }));
    expect(tippingSentences(gradual)).toEqual([
      'failed contacts rises gradually along x: no value at which it tips',
    ]);
    const noise = swept(['x'], along([1, 2, 3]), 'machines.failedContacts', ([value], replication) => ({
      machines: { failedContacts: 100 + ((replication * Number(value) * 7) % 10) },
    }));
    expect(tippingSentences(noise)).toEqual(['no change of failed contacts along x is shown']);
  });

  it('claims no need where it tips back', () => {
    const figure = swept([COUNT], along([1, 2, 3, 4]), 'machines.everLicensed', ([value]) => ({
      machines: { everLicensed: value === 2 || value === 3 ? Number(value) : 0 },
    }));
    expect(findTipping(figure)).toMatchObject({
      course: 'rises and falls',
      tipping: { others: 1 },
    });
    expect(tippingSentences(figure)[0]).toMatch(/^the answer tips between .* it tips at 1 more place/);
  });

  it('keeps the order of names', () => {
    const figure = swept(['policy.x'], along(['kms', 'mak', 'none']), 'machines.everLicensed', ([value]) => ({
      machines: { everLicensed: value === 'none' ? 5 : 0 },
    }));
    expect(tippingSentences(figure)[0]).toBe(
      'the answer tips between policy.x = mak and none: at mak none is ever licensed, at none 5',
    );
  });

  it('is told for each value of a second setting', () => {
    const grid = [10, 20, 30].flatMap((count) => [0, 15].map((others) => [count, others]));
    const figure = swept(
      [COUNT, 'machines.site-b.count'],
      grid,
      'machines.everLicensed',
      ([count, others]) => ({
        machines: { everLicensed: Number(count) + Number(others) >= 30 ? Number(count) : 0 },
      }),
    );
    const sentences = tippingSentences(figure);
    expect(sentences).toHaveLength(2);
    expect(sentences[0]).toMatch(/^with machines\.site-b\.count = 0: site-a needs 30 machines/);
    expect(sentences[1]).toMatch(/^with machines\.site-b\.count = 15: site-a needs 20 machines/);
  });
});
