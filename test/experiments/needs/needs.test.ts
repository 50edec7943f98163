import { describe, expect, test } from 'vitest';
import { announceNeeds } from '../../../src/cli/shared/memory/announce-needs.ts';
import { Messages } from '../../../src/cli/shared/messages.ts';
import { campaignNeeds } from '../../../src/experiments/needs/campaign-needs.ts';
import { runNeeds } from '../../../src/experiments/needs/run-needs.ts';
import { withWrittenContacts } from '../../../src/experiments/needs/written-needs.ts';
import { fakeHost } from '../../cli/fake-host.ts';
import { errorsOf, scenarioOf } from '../../scenario/in-memory.ts';

const estate = (machines: number, duration: string, interval = '7 d') =>
  scenarioOf(`duration: ${duration}
networks: { core: { dns: corp.example, internet: true } }
dns: { corp.example: { network: core } }
keys: { corp-kms: { type: kms, group: server-c } }
hosts: { kms-1: { network: core, os: server-2008-standard, key: corp-kms, renewalInterval: ${interval} } }
machines: { desks: { count: ${machines}, os: vista-enterprise-sp1, network: core } }
`).parameters;

/** What is said of a run before it begins. */
function announced(needs: ReturnType<typeof runNeeds>, memory = 16e9): string {
  const host = Object.assign(fakeHost(), { memory });
  const messages = new Messages(host, {});
  announceNeeds('the run', needs, host, messages);
  return host.written;
}

describe('what a run takes', () => {
  test('is a time that is said before it begins, where it is long', () => {
    const needs = runNeeds(estate(1_000_000, '36500 d', '15 min'), true);
    expect(needs.contacts).toBe(1_000_000 * 36_500 * 96);
    expect(announced(needs)).toBe('This takes about 12 d (some 3.5 trillion contacts); Ctrl-C ends it\n');
    expect(announced(runNeeds(estate(10_000, '365 d'), true))).toBe('');
  });

  test('is more where every contact is written, and what is written is said too', () => {
    const parameters = estate(20_000, '3650 d');
    const plain = runNeeds(parameters, true);
    const needs = withWrittenContacts(plain, parameters, { events: true, windowsLogs: 'all' });
    expect(needs.contacts).toBeCloseTo((20_000 * 3650) / 7, 0);
    expect(needs.milliseconds - plain.milliseconds).toBeCloseTo(needs.contacts * 0.019, 0);
    expect(announced(plain)).toBe('');
    expect(announced(needs)).toBe(
      'This takes about 3 min (some 10 million contacts) and writes about 24 GB; Ctrl-C ends it\n',
    );
    const others = { events: false, windowsLogs: undefined };
    expect(withWrittenContacts(plain, parameters, others)).toEqual(plain);
  });

  test('is room on the disk: too little is refused, what may be too little is told under --quiet too', () => {
    const parameters = estate(20_000, '3650 d');
    const needs = withWrittenContacts(runNeeds(parameters, true), parameters, {
      events: true,
      windowsLogs: 'all',
    });
    const asked: string[] = [];
    const saidWith = (free: number | null) => {
      const freeSpace = (place: string) => {
        asked.push(place);
        return free;
      };
      const host = Object.assign(fakeHost(), { freeSpace });
      announceNeeds('the run', needs, host, new Messages(host, { quiet: true }), '/work/out/estate');
      return host.written;
    };
    expect(() => saidWith(1e9)).toThrow(
      'the run writes about 24 GB, and 1 GB are free at /work/out/estate: write less (`--events changes`, ',
    );
    expect(saidWith(20e9)).toMatch(
      /^warning: the run writes about 24 GB, and 20 GB are free at \/work\/out\/estate, which may not be enough: /,
    );
    expect(saidWith(30e9)).toBe('');
    expect(saidWith(null)).toBe('');
    expect(new Set(asked)).toEqual(new Set(['/work/out/estate']));
  });

  test('is memory, and it is refused with what takes it where the computer has less', () => {
    const needs = runNeeds(estate(20_000_000, '30 d'), true);
    expect(announced(needs)).not.toContain('memory');
    expect(() => announced(needs, 2.5e9)).toThrow(
      'the run needs about 3 GB of memory, and this computer has 2.5 GB: 3 GB for 20,000,000 machines, ',
    );
  });

  test('grows with designs, replications and workers', () => {
    const designs = new Array(2000).fill(estate(100, '365 d'));
    const of = (replications: number, workers: number) =>
      campaignNeeds({ designs, replications, workers, usesDays: true });
    expect(of(30, 2).bytes).toBeLessThan(2e9);
    expect(of(30, 1000).bytes).toBeGreaterThan(of(30, 2).bytes + 998 * 40e6);
    const [most] = of(1_000_000, 2).memory;
    expect(most.what).toBe('results of 2,000 designs times 1,000,000 replications');
    expect(most.bytes).toBeGreaterThan(1e12);
  });
});

test('groups times days are bounded by what a table can have', () => {
  const groups = Array.from(
    { length: 9_999 },
    (_, index) => `  g${index}: { count: 1, os: vista-business, network: a }`,
  );
  const text = `networks: { a: {} }\nmachines:\n${groups.join('\n')}\n`;
  expect(errorsOf(`${text}duration: 36500 d\n`)).toEqual([
    '2:1 9,999 groups for 36,500 days make more than 100,000,000 rows of a table; shorten the run to 10,001 d, or put like computers into one group',
  ]);
});
