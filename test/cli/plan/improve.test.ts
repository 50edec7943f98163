import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeWorkFolder, removeWorkFolder, vasim, vasimHere } from '../vasim.ts';

/** A second host that is one too many, and lines that may fail: chance plays a part. */
const TWO_HOSTS = `title: Two hosts
duration: 50 d
networks: { core: { dns: corp.example, internet: true } }
dns: { corp.example: { network: core } }
keys: { corp-kms: { type: kms, group: server-c } }
hosts:
  kms-1: { network: core, os: server-2008-standard, key: corp-kms }
  kms-2: { network: core, os: server-2008-standard, key: corp-kms }
machines:
  pcs: { count: 30, os: vista-enterprise-sp1, network: core, install: { over: 5 d, order: random } }
`;

let work: string;
beforeEach(() => {
  work = makeWorkFolder();
  writeFileSync(join(work, 'two.yaml'), TWO_HOSTS);
});
afterEach(() => removeWorkFolder(work));

const read = (name: string) => readFileSync(join(work, name), 'utf8');

describe('vasim plan --improve', () => {
  test('ends with a block that validates and compares, the same whatever the number of threads, and resumes', async () => {
    const words = ['plan', 'two.yaml', '--improve', '--risk', '20%'];
    const one = await vasim([...words, '--workers', '1', '--write', 'better.yaml'], { cwd: work });
    expect(one.status).toBe(0);
    expect(one.output).toContain('\ndesigns:\n  improved:\n');
    expect(one.output).toContain('\nFound: without kms-');
    const again = await vasimHere([...words, '--workers', '2'], { cwd: work });
    expect(again.output).toBe(one.output);
    expect(again.errors).toMatch(/Replications: 0 run, \d+ kept from earlier/);
    const fresh = await vasimHere([...words, '--workers', '2', '--fresh'], { cwd: work });
    expect(fresh.output).toBe(one.output);
    writeFileSync(join(work, 'pasted.yaml'), `extends: ./two.yaml\n${read('better.yaml')}`);
    expect((await vasimHere(['validate', 'pasted.yaml'], { cwd: work })).status).toBe(0);
    const compared = await vasimHere(
      ['compare', 'pasted.yaml', '--replications', '3', '--no-charts', '--no-report'],
      {
        cwd: work,
      },
    );
    expect(compared.status).toBe(0);
    expect(compared.output).toContain('improved');
    expect(read('out/plan-two-improve/tried.csv')).toMatch(
      /^changes,verdict,hosts,.*\n(?:.*\n)*without kms-[12],chosen,1,1,/,
    );
    expect(read('out/plan-two-improve/design.yaml')).toBe(read('better.yaml'));
  });

  test('says with --json what was chosen, and of which designs', async () => {
    const { status, output } = await vasimHere(['plan', 'branch.yaml', '--improve', '--json', '--quiet'], {
      cwd: work,
    });
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      formatVersion: 1,
      risk: 0.05,
      confidence: 0.95,
      chosen: { changes: [], verdict: 'chosen', hosts: 1, name: 'improved' },
      complete: true,
    });
  });

  test.each([
    [['--risk', '5%'], '--risk can only be used with --improve'],
    [['--improve', '--risk', '100%'], '--risk 100% is not a chance'],
    [['--improve', '--replications', '20'], '--replications 20 cannot prove a risk below 5 %'],
    [['--improve', '--write', 'branch.yaml'], '--write branch.yaml would replace the scenario'],
  ])('refuses %j', async (words, message) => {
    const { status, errors } = await vasimHere(['plan', 'branch.yaml', ...words], { cwd: work });
    expect([status, errors]).toEqual([2, expect.stringContaining(message)]);
  });
});
