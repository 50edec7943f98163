import { describe, expect, test } from 'vitest';
import { layAnswer } from '../../../src/experiments/exercises/answer.ts';
import { forbiddenChanges } from '../../../src/experiments/exercises/changes.ts';
import { gradeOf, outcomeText } from '../../../src/experiments/exercises/grade.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import type { Exercise } from '../../../src/scenario/schema/exercises.ts';
import { formatDiagnostic } from '../../../src/text/diagnostics.ts';
import { SCENARIO } from '../../cli/vasim.ts';
import { inMemory, MAIN } from '../../scenario/in-memory.ts';

const goal = (figure: string, value: number, comparison: 'is' | 'atMost' = 'atMost') => ({
  figure,
  comparison,
  value,
  say: null,
});

function exerciseWith(goals: Exercise['goals'], limits: Exercise['limits'] = []): Exercise {
  return { task: 'Do it.', mayChange: ['hosts'], goals, limits, replications: 4 };
}

const run = (everNotification: number, messages: number | null = 1) => ({
  machines: { everNotification },
  microsoft: { messages },
});

describe('a grade', () => {
  test('judges the mean, with the interval of Student where the values differ', () => {
    // 0, 2, 4, 6: mean 3, deviation 2.582, half-width 3.182 * 2.582 / 2 = 4.108.
    const [judged] = gradeOf(
      exerciseWith([goal('machines.everNotification', 3)]),
      [0, 2, 4, 6].map((n) => run(n)),
    ).goals;
    expect(judged.held).toBe(true);
    expect(judged.mean).toBe(3);
    expect(judged.low).toBe(0);
    expect(judged.high).toBeCloseTo(7.1085, 3);
    expect(outcomeText(judged)).toBe('3.0 [0.0, 7.1]');
  });

  test('shows no interval of equal values, but one of a share of replications, by Wilson', () => {
    const all = [0, 0, 0, 0].map((n) => run(n));
    const { goals } = gradeOf(
      exerciseWith([goal('machines.everNotification', 0, 'is'), goal('machines.everNotification > 0', 0.05)]),
      all,
    );
    expect(goals[0]).toMatchObject({ held: true, mean: 0, low: null, high: null });
    expect(goals[1]).toMatchObject({ held: true, mean: 0, low: 0 });
    // z^2 / (n + z^2) = 3.8415 / 7.8415.
    expect(goals[1].high).toBeCloseTo(0.4899, 4);
  });

  test('is a point a goal, and none where a limit is broken', () => {
    const goals = [goal('machines.everNotification', 0), goal('microsoft.messages', 1)];
    const lost = gradeOf(exerciseWith(goals), [run(2), run(4)]);
    expect(lost).toMatchObject({ points: 1, passed: false });
    expect(lost.lost).toMatch(/^goal: machines\.everNotification at most 0, but is 3\.0 \[/);
    const broken = gradeOf(exerciseWith(goals, [goal('microsoft.messages', 0)]), [run(0), run(0)]);
    expect(broken).toMatchObject({ points: 0, passed: false });
    expect(broken.lost).toBe('limit: microsoft.messages at most 0, but is 1');
    const said = { ...goal('microsoft.messages', 0), say: 'nothing leaves for Microsoft' };
    expect(gradeOf(exerciseWith(goals, [said]), [run(0), run(0)]).lost).toBe(
      'limit: nothing leaves for Microsoft: microsoft.messages at most 0, but is 1',
    );
  });

  test('does not hold a goal about a figure that does not exist, in some runs or in all', () => {
    const goals = [goal('microsoft.messages', 5)];
    expect(gradeOf(exerciseWith(goals), [run(0, null), run(0, 1)])).toMatchObject({ points: 0 });
    expect(gradeOf(exerciseWith(goals), [run(0, null)]).lost).toBe(
      'goal: microsoft.messages at most 5, but is none',
    );
  });
});

describe('what an answer may not change', () => {
  const base = { machines: { pcs: { count: 3, os: 'x' } }, dns: { 'a.example': { network: 'n' } } };
  const changed = (answer: object, ...allowed: string[]) =>
    forbiddenChanges(base, { ...base, ...answer } as never, allowed).map((path) => path.join('/'));

  test('is everything that differs and is neither allowed nor below it', () => {
    expect(changed({ machines: { pcs: { count: 4, os: 'y' } } })).toEqual([
      'machines/pcs/count',
      'machines/pcs/os',
    ]);
    expect(changed({ machines: { pcs: { count: 4, os: 'y' } } }, 'machines.pcs.count')).toEqual([
      'machines/pcs/os',
    ]);
    expect(changed({ machines: { pcs: { count: 4, os: 'x' } } }, 'machines.*.count')).toEqual([]);
    expect(changed({ machines: { pcs: { count: 4, os: 'x' } } }, 'machines')).toEqual([]);
    expect(changed({ machines: {} }, 'machines.pcs.count')).toEqual(['machines/pcs/os']);
  });

  test('knows names with dots, and maps that are not there', () => {
    expect(changed({ dns: {} }, 'dns.a.example')).toEqual([]);
    expect(changed({ links: { wan: { from: 'a' } } }, 'links.wan')).toEqual([]);
    expect(changed({ links: { lan: { from: 'a' } } }, 'links.wan')).toEqual(['links/lan/from']);
  });

  test('is not what it says of itself', () => {
    expect(changed({ title: 'Mine', accept: { 'single-host': 'fine' }, expect: [], seed: 3 })).toEqual([]);
    expect(changed({ policy: { countVirtualMachines: true } })).toEqual(['policy/countVirtualMachines']);
  });
});

describe('an answer', () => {
  const EXERCISE = `${SCENARIO}exercise:
  task: Do it.
  mayChange: [hosts, machines.desks.method]
  goals: [{ figure: machines.everNotification, is: 0 }]
`;
  const files = { [MAIN]: EXERCISE, 'secret.yaml': 'title: Another student' };
  const loaded = loadScenario(MAIN, inMemory(files));
  if (!loaded.ok) throw new Error('the exercise is wrong');
  const scenario = { ...loaded.scenario, exercise: loaded.scenario.exercise! };
  const lay = (text: string) =>
    layAnswer('answer.yaml', text, { file: MAIN, sources: inMemory(files), scenario });
  const errorsOf = (text: string) => {
    const laid = lay(text);
    return laid.ok ? [] : laid.diagnostics.map((each) => formatDiagnostic(each).split('\n')[0]);
  };

  test('is a patch, or the whole scenario, or extends the exercise', () => {
    for (const text of [
      'hosts: { kms-1: { virtual: true } }',
      EXERCISE.replace('key: corp-kms }', 'key: corp-kms, virtual: true }'),
      SCENARIO.replace('key: corp-kms }', 'key: corp-kms, virtual: true }'),
      `extends: ./somewhere/${MAIN}\nhosts: { kms-1: { virtual: true } }`,
    ]) {
      const laid = lay(text);
      expect(laid.ok && laid.scenario.parameters.hosts.get('kms-1')?.virtual, text).toBe(true);
    }
  });

  test('that leaves something out takes it away only where it is the whole scenario', () => {
    const without = EXERCISE.replace(/hosts:\n.*\n/, '');
    const laid = lay(without);
    expect(laid.ok && laid.scenario.parameters.hosts.size).toBe(0);
    expect(errorsOf('machines: { desks: { method: none } }')).toEqual([]);
  });

  test.each([
    [
      'machines: { desks: { count: 3 } }',
      'answer.yaml:1:22: error[forbidden-change]: `machines.desks.count`',
    ],
    ['duration: 20 d', 'answer.yaml:1:1: error[forbidden-change]: `duration` may not be changed'],
    [`${EXERCISE}  replications: 1\n`, 'error[forbidden-change]: `exercise.replications`'],
    ['hosts: { kms-1: { network: nowhere } }', 'answer.yaml:1:28: error[unknown-reference]'],
    [
      'extends: ./secret.yaml',
      'answer.yaml:1:10: error[cannot-read-file]: an answer can only extend its exercise',
    ],
    ['extends: /etc/passwd', 'an answer can only extend its exercise'],
    ['[1, 2]', 'error[wrong-type]'],
  ])('%s is refused at its place', (text, error) => {
    expect(errorsOf(text)[0]).toContain(error);
  });
});
