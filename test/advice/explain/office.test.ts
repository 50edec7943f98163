import { describe, expect, it } from 'vitest';
import { explanationForTerminal } from '../../../src/advice/explain/explanation-text.ts';
import { explained, pathsOf } from './explained.ts';

const YEAR = 365;

/** A core with Windows on 30 computers, and Office on some; the rest is laid behind. */
function estate({
  writers = 'count: 4, os: windows-7-enterprise, network: core, office: 2010',
  host = 'officeKeys: [office]',
  duration = 90,
  rest = '',
} = {}): string {
  return `
title: Office
start: 2011-01-03
duration: ${duration} d
networks:
  core: { dns: corp.example, internet: true }
dns:
  corp.example: { network: core }
keys:
  corp: { type: kms, group: server-2008-r2-c }
  office: { type: kms, group: office-2010 }
hosts:
  kms-1: { network: core, os: server-2008-r2-standard, key: corp, ${host} }
machines:
  desks: { count: 30, os: windows-7-enterprise, network: core }
  writers: { ${writers} }
${rest}`;
}

/** The remedies of Office by what they are. */
async function remediesOf(text: string) {
  const { office } = await explained(text, 'writers');
  return new Map((office?.remedies ?? []).map((remedy) => [remedy.what, remedy]));
}

describe('an explanation of an estate with Office', () => {
  it('says what is wrong with Office, which has a count of its own', async () => {
    const { sentence, office } = await explained(estate());
    expect(sentence).toMatch(/^all is well with Windows: /);
    expect(office?.sentence).toBe(
      'Office of 4 of 4 machines that have it was in Notification, the first that of `writers-0001` on 2011-02-02 (day 30), because `kms-1` answered no more than 4, too low a count of Office, which counts apart from Windows and needs 5',
    );
    expect(office).toMatchObject({ state: 'Notification', since: 30 * 1440 });
  });

  it('takes Office in Notification for worse than computers that waited for their first license', async () => {
    const waiting = estate()
      .replaceAll('windows-7-enterprise', 'windows-10-enterprise')
      .replaceAll('server-2008-r2-standard', 'server-2016-standard')
      .replaceAll('server-2008-r2-c', 'server-2016')
      .replaceAll('2010', '2016');
    const { sentence, office } = await explained(waiting);
    expect(sentence).toMatch(/^Office of 4 of 4 machines that have it was in Notification/);
    expect(sentence).toBe(office?.sentence);
    // Where some are never licensed, they come first.
    const never = await explained(waiting.replace('count: 30', 'count: 10'));
    expect(never.sentence).toMatch(/^`desks-0001` has been in Notification/);
  });

  it('says nothing of Office that is licensed, or that nobody has', async () => {
    const enough = estate({ writers: 'count: 5, os: windows-7-enterprise, network: core, office: 2010' });
    expect((await explained(enough)).office).toBeNull();
    expect((await explained(estate(), 'desks')).office).toBeNull();
  });

  it('tells the story of the Office of one machine beside that of its Windows', async () => {
    const explanation = await explained(estate(), 'writers-0002');
    expect(explanation.chain.map(({ event }) => event).join('\n')).not.toContain('Office');
    expect(explanation.office?.chain.map(({ minute, event }) => [minute / 1440, event])).toEqual([
      [0, 'Office 2010 installed'],
      // Every two hours for 30 days, and once more in the minute in which its grace ends.
      [0, '361 contacts were answered with 2 to 4 by kms-1, fewer than 5'],
      [30, 'Office now in Notification'],
    ]);
    expect(explanation.office?.chain[0].place).toMatch(/:16$/);
    expect(explanation.office?.chain[0].source).toBe(
      'Activate volume licensed versions of Office by using KMS',
    );
  });

  it('proposes Office on more computers, each proposal simulated', async () => {
    const remedies = await remediesOf(estate());
    expect(remedies.get('Office on enough computers')).toMatchObject({
      set: ['machines.writers.count=5'],
      outcome: 'Office 5 of 5 Licensed, never in Notification',
      helps: true,
    });
    expect(remedies.get('Office on desks as well')).toMatchObject({ helps: true });
  });

  it('proposes the key of its version, and what the pack of the version needs', async () => {
    const many = 'count: 6, os: windows-7-enterprise, network: core, office: ';
    const noKey = await remediesOf(estate({ host: '', writers: `${many}2010` }));
    expect(noKey.get('a key of Office 2010 on kms-1')).toMatchObject({
      set: ['hosts.kms-1.officeKeys=[office]'],
      helps: true,
    });
    const newer = await remediesOf(estate({ writers: `${many}2013` }));
    expect(newer.get('what Office 2013 needs on kms-1 and a key of Office 2013 on kms-1')).toMatchObject({
      set: [
        'hosts.kms-1.updates=[KB2757817]',
        'keys.office-2013-kms={ type: kms, group: office-2013 }',
        'hosts.kms-1.officeKeys=[office, office-2013-kms]',
      ],
      helps: true,
    });
  });

  it('finds the entry of the timeline without which Office would not have lapsed', async () => {
    const lapsing = estate({
      writers: 'count: 5, os: windows-7-enterprise, network: core, office: 2010',
      duration: YEAR,
      rest: 'timeline:\n  - { at: 20 d, for: 240 d, down: kms-1 }\n',
    });
    const { office } = await explained(lapsing, 'writers');
    expect(office).toMatchObject({ state: 'Notification' });
    expect(pathsOf(office?.causes ?? [])).toEqual(['timeline.0']);
    expect(office?.chain.map(({ event }) => event)).toContain('kms-1 went down, for 240 d');
    expect(office?.sentence).toMatch(/ because it reached no KMS host \(kms-1 down on day 20 for 240 d\)$/);
  });

  it('explains an expectation of Office by Office, whatever else happened', async () => {
    const failing = estate({
      rest: 'expect:\n  - { figure: office.everLicensed, is: 4 }\ntimeline:\n  - { at: 0 d, for: 80 d, down: kms-1 }\n',
    });
    const { sentence } = await explained(failing);
    expect(sentence).toMatch(/^`office.everLicensed` is 0, and 4 was expected: Office of 4 of 4 machines /);
  });

  it('says on the terminal which lines are about Office', async () => {
    const lines = explanationForTerminal(await explained(estate(), 'writers-0001'), '2011-01-03', 80);
    expect(lines).toContain('How it came to this:');
    expect(lines).toContain('How Office came to this:');
    expect(lines).toContain('What helps Office:');
  });
});
