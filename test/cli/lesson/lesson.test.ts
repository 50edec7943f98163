import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../src/cli/command-line.ts';
import { fakeHost } from '../fake-host.ts';
import { makeWorkFolder, removeWorkFolder, SCENARIO, vasimHere } from '../vasim.ts';

const OWN = `${SCENARIO}lesson:
  question: Are 30 desks enough for KMS?
  predict: { ask: How many are licensed?, figure: machines.everLicensed }
  explain: 'All {machines.everLicensed}, because the secret is 25.'
  source: Planning Guide, KMS Activation Thresholds
  tries:
    - { set: machines.desks.count=24, ask: And of 24?, explain: 'One too few: {hosts.kms-1.maxCount}.' }
    - { set: machines.desks.count=25, ask: And of 25?, explain: Just enough. }
`;

/** What only the explanation says. */
const TOLD = /secret|Source|What happened|too few/;

let work: string;
beforeAll(() => {
  work = makeWorkFolder();
  writeFileSync(join(work, 'own.yaml'), OWN);
});
afterAll(() => removeWorkFolder(work));

const lesson = (...words: string[]) => vasimHere(['lesson', ...words], { cwd: work });

/** A lesson at a terminal. */
async function atTerminal(answers: readonly string[], ...words: string[]) {
  const host = fakeHost({ args: ['lesson', ...words], currentFolder: work, answers });
  const status = await runCommandLine(host);
  return { status, output: host.data, errors: host.written };
}

describe('vasim lesson', () => {
  test('lists the lessons with their questions, and none of their answers', async () => {
    const { status, output } = await lesson();
    expect(status).toBe(0);
    expect(output).toMatch(/^1 {5}The thresholds of 5 and 25\n {6}How many computers must ask/);
    expect(output).toMatch(/^3\.2 {3}Three branch offices, one of them forgotten$/m);
    expect(output).not.toMatch(/Source/);
  });

  test('asks and says how to answer, with exit 2, where nobody sits and nothing was predicted', async () => {
    const { status, output, errors } = await lesson('own.yaml');
    expect(status).toBe(2);
    expect(output).toContain('Are 30 desks enough for KMS?');
    expect(output).toContain('How many are licensed?');
    expect(output + errors).not.toMatch(TOLD);
    expect(errors).toBe(
      'vasim: predict first: `vasim lesson own.yaml --answer NUMBER`; the run and its explanation follow\n',
    );
  });

  test('runs after the prediction and shows the difference, why, the source and what to try', async () => {
    const { status, output } = await lesson('own.yaml', '--answer', '20');
    expect(status).toBe(0);
    expect(output).toContain('You predicted 20; the run gives 30: 10 more than you predicted.');
    expect(output).toContain('All 30, because the secret is 25.');
    expect(output).toContain('Source: Planning Guide, KMS Activation Thresholds');
    expect(output).toContain('vasim lesson own.yaml --try 2\n    machines.desks.count=25');
    expect(output).not.toContain('too few');
  });

  test('lets predict a change by the figure of the lesson, and keeps quiet about it before', async () => {
    const asked = await lesson('own.yaml', '--try', '1');
    expect(asked.status).toBe(2);
    expect(asked.output + asked.errors).not.toMatch(TOLD);
    expect(asked.errors).toContain('vasim lesson own.yaml --try 1 --answer NUMBER');
    const { output } = await lesson('own.yaml', '--try', '1', '--answer', '0');
    expect(output).toContain('Right: 0.');
    expect(output).toContain('One too few: 24.');
  });

  test('gives a shipped lesson by its number or its name, as data with --json', async () => {
    const { status, output } = await lesson('01', '--answer', '26', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      formatVersion: 1,
      name: '01-thresholds',
      figure: 'machines.countTooLow',
      predicted: '26',
      actual: '24',
      right: false,
      difference: 2,
      try: null,
    });
    expect((await lesson('01-thresholds', '--answer', '24')).output).toContain('Right: 24.');
  });

  test('lists as data what is asked and never what is right', async () => {
    const { lessons } = JSON.parse((await lesson('--json')).output);
    expect(lessons.length).toBeGreaterThanOrEqual(31);
    expect(lessons[0]).toEqual({
      number: '1',
      name: '01-thresholds',
      title: 'The thresholds of 5 and 25',
      question: expect.any(String),
      ask: expect.any(String),
      choices: [],
      tries: [expect.objectContaining({ number: 1, set: ['machines.desktops.count=18'] }), expect.anything()],
    });
    expect(JSON.stringify(lessons)).not.toMatch(/"(?:answer|explain|figure)"/);
  });

  test.each([
    [['99'], 'no lesson 99'],
    [['01-treshold'], 'did you mean 01-thresholds?'],
    [['own.yaml', '--answer', 'many'], '--answer many: expected a number'],
    [['18', '--answer', 'z'], '--answer z: expected one of: a) '],
    [['own.yaml', '--try', '3'], '--try 3: it is one of 1 to 2'],
    [['branch.yaml'], 'branch.yaml is no lesson'],
    [['missing.yaml'], 'missing.yaml does not exist'],
    [['--answer', '3'], 'give its NUMBER'],
  ])('refuses %j with what is wrong', async (words, message) => {
    const { status, errors } = await lesson(...words);
    expect(status).toBe(2);
    expect(errors).toContain(message);
  });
});

describe('vasim lesson at a terminal', () => {
  test('asks until it is answered, then offers the changes until none is chosen', async () => {
    const { status, output } = await atTerminal(['many', '30', '9', '1', '0', ''], 'own.yaml');
    expect(status).toBe(0);
    const [asked, answered] = output.split('Right: 30.');
    expect(asked).not.toMatch(TOLD);
    expect(asked).toContain('Your prediction: many\nPredict with a number; a guess will do.');
    expect(answered).toContain('There is no try 9.');
    const [offer, tried] = answered.split('Right: 0.');
    expect(offer).not.toContain('too few');
    expect(offer).toContain('And of 24?');
    expect(tried).toContain('One too few: 24.');
    expect(tried).toMatch(/Which, 1 to 2 \(Enter ends\): \n$/);
  });

  test('ends with the input and tells nothing', async () => {
    const { status, output } = await atTerminal([], 'own.yaml');
    expect(status).toBe(0);
    expect(output).not.toMatch(TOLD);
  });
});
