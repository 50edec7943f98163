import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorkFolder, removeWorkFolder, SCENARIO, vasimHere } from '../vasim.ts';

/** Chance decides: the desks are installed at random, and 24 of them hear too little. */
const EXERCISE = `${SCENARIO.replace('over: 14 d', 'over: 14 d, order: random').replace('count: 30', 'count: 24')}exercise:
  task: Make the count reach 25.
  mayChange: [machines.desks.count]
  limits: [{ figure: machines.total, atMost: 40 }]
  goals:
    - { figure: machines.everNotification, is: 0 }
    - { figure: machines.timeToLicensed.p50, atMost: 20000 }
  replications: 4
cost: { host: 400 }
`;

let work: string;
beforeAll(() => {
  work = makeWorkFolder();
  writeFileSync(join(work, 'task.yaml'), EXERCISE);
  mkdirSync(join(work, 'class'));
  writeFileSync(join(work, 'class/anna.yaml'), 'machines: { desks: { count: 25 } }\n');
  writeFileSync(join(work, 'class/ben.yaml'), 'title: Nothing\n');
  writeFileSync(join(work, 'class/cleo.yaml'), 'machines: { desks: { count: 50 } }\n');
  writeFileSync(join(work, 'class/dora.yaml'), 'machines: { desks: { os: vista-business } }\n');
  writeFileSync(join(work, 'class/emil.yaml'), 'machines: [\n');
});
afterAll(() => removeWorkFolder(work));

const grade = (...words: string[]) =>
  vasimHere(['grade', 'task.yaml', ...words, '--workers', '1'], { cwd: work });
const file = (name: string) => readFileSync(join(work, 'out/grade-task', name), 'utf8');

describe('vasim grade', () => {
  test('shows the task, what may be changed, the limits and the goals', async () => {
    const { status, output } = await grade();
    expect(status).toBe(0);
    expect(output).toContain('Make the count reach 25.');
    expect(output).toContain('You may change:\n  machines.desks.count\n');
    expect(output).toContain('Limits (the mean of 4 runs):\n  machines.total at most 40\n');
    expect(output).toContain('Goals, a point each:\n  machines.everNotification is 0\n');
    expect(output).toContain('vasim grade task.yaml answer.yaml');
  });

  test('grades a class: a row an answer, also of those that are wrong, and exit 4', async () => {
    const { status, output, errors } = await grade('class/*.yaml', '--secret', 'winter');
    expect(status).toBe(4);
    const rows = output.trimEnd().split('\n').slice(3);
    expect(rows.map((row) => row.split(/ {2,}/).slice(0, 2).join(' '))).toEqual([
      'answer points',
      'class/anna.yaml 2/2',
      'class/ben.yaml 0/2',
      'class/cleo.yaml 0/2',
      'class/dora.yaml 0/2',
      'class/emil.yaml 0/2',
    ]);
    expect(rows[2]).toContain('goal: machines.everNotification is 0, but is ');
    expect(rows[3]).toContain('limit: machines.total at most 40, but is 50');
    expect(rows[4]).toContain(
      'class/dora.yaml:1:22: error[forbidden-change]: `machines.desks.os` may not be changed',
    );
    expect(rows[5]).toContain('error[yaml-syntax]');
    expect(errors).toContain('1 of 5 answers passed');
    expect(errors).not.toContain('winter');
  });

  test('writes grades.csv and goals.csv, and keeps the secret out of the folder', async () => {
    await grade('class/anna.yaml', 'class/ben.yaml', '--secret', 'winter');
    const [header, anna, ben] = file('grades.csv').split('\n');
    expect(header).toBe('answer,passed,points,of,goals,cost,reason');
    expect(anna).toMatch(
      /^class\/anna\.yaml,1,2,2,"machines\.everNotification is 0: yes, 0; machines\.time.*",400,$/,
    );
    expect(ben).toMatch(/^class\/ben\.yaml,0,0,2,/);
    const goals = file('goals.csv').split('\n');
    expect(goals[0]).toBe('answer,kind,figure,comparison,value,held,mean,low,high');
    expect(goals[1]).toBe('class/anna.yaml,limit,machines.total,atMost,40,1,25,,');
    expect(goals[3]).toMatch(
      /^class\/anna\.yaml,goal,machines\.timeToLicensed\.p50,atMost,20000,1,[\d.]+,[\d.]+,[\d.]+$/,
    );
    expect(file('grades.csv') + file('goals.csv') + file('manifest.json')).not.toContain('winter');
  });

  test('gives the same grades for the same secret, others for another, whatever the workers', async () => {
    const graded = async (secret: string, ...more: string[]) => {
      const { output } = await vasimHere(
        ['grade', 'task.yaml', 'class/anna.yaml', '--json', '--secret', secret, '--workers', '1', ...more],
        { cwd: work },
      );
      return output;
    };
    const first = await graded('winter');
    expect(await graded('winter')).toBe(first);
    expect(await graded('summer')).not.toBe(first);
    const threads = [
      'grade',
      'task.yaml',
      'class/anna.yaml',
      '--json',
      '--secret',
      'winter',
      '--workers',
      '3',
    ];
    expect((await vasimHere(threads, { cwd: work })).output).toBe(first);
  });

  test('says that the seeds are public without a secret, and ends with 0 when all passed', async () => {
    const { status, errors } = await grade('class/anna.yaml');
    expect(status).toBe(0);
    expect(errors).toContain('--secret draws others');
  });

  test.each([
    [['branch.yaml', 'class/anna.yaml'], 'branch.yaml is no exercise'],
    [['task.yaml', 'class/nobody.yaml'], 'class/nobody.yaml does not exist'],
    [['task.yaml', 'class/anna.yaml', 'class/anna.yaml'], 'given twice'],
    [['roming'], 'no exercise is named roming; did you mean roaming?'],
    [['frobnicate'], 'no exercise is named frobnicate; vasim has branch, lab, '],
    [['task.yaml', 'class/anna.yaml', '--workers', '0'], '--workers 0'],
  ])('refuses %j', async (words, message) => {
    const { status, errors } = await vasimHere(['grade', ...words], { cwd: work });
    expect(status).toBe(2);
    expect(errors).toContain(message);
  });

  test('shows the errors of an exercise that is wrong, with exit 3', async () => {
    writeFileSync(join(work, 'wrong.yaml'), EXERCISE.replace('machines.total,', 'machines.totl,'));
    const { status, errors } = await vasimHere(['grade', 'wrong.yaml', 'class/anna.yaml'], { cwd: work });
    expect(status).toBe(3);
    expect(errors).toMatch(/wrong\.yaml:\d+:\d+: error\[unknown-figure\]/);
  });

  test('knows the exercises that vasim is shipped with by their names', async () => {
    const { status, output } = await vasimHere(['grade', 'lab', '--json'], { cwd: work });
    expect(status).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      formatVersion: 1,
      title: 'Exercise 2: a test lab',
      replications: 20,
    });
  });
});
