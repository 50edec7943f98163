import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Calendar, NO_EVENT } from '../../src/engine/calendar.ts';
import { type CalendarContract, SortedCalendar } from './sorted-calendar.ts';

const PHASES = 3;
const END = 60;
/** Light kinds: two of which each subject has at most one event, in one phase and another, and one that is never withdrawn. */
const LIGHT_KINDS = [
  { kind: 63, phase: 1, hasPlaces: true },
  { kind: 0, phase: 2, hasPlaces: true },
  { kind: 7, phase: 1, hasPlaces: false },
] as const;
const LIGHT_SUBJECTS = 40;
/** A row is four numbers, of which the calendar has one for each kind. */
const ROW_BITS = 2;

/** A step of a program. Delays count from the event taken last; a negative one must be refused. */
type Step =
  | { readonly do: 'schedule'; readonly delay: number; readonly phase: number; readonly kind: number }
  | { readonly do: 'cancel'; readonly which: number }
  | {
      readonly do: 'schedule light';
      readonly which: number;
      readonly delay: number;
      readonly subject: number;
    }
  | { readonly do: 'cancel light'; readonly which: number; readonly subject: number }
  | { readonly do: 'take' }
  | { readonly do: 'take a run' };

const STEP: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('schedule' as const),
      delay: fc.integer({ min: -1, max: END }),
      phase: fc.nat(PHASES - 1),
      kind: fc.integer({ min: 64, max: 254 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('schedule light' as const),
      which: fc.nat(LIGHT_KINDS.length - 1),
      delay: fc.integer({ min: -1, max: END }),
      subject: fc.nat(LIGHT_SUBJECTS - 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('cancel light' as const),
      which: fc.nat(1),
      subject: fc.nat(LIGHT_SUBJECTS - 1),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'take' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'take a run' as const }) },
);

/** Runs a program and notes all that a caller can see. Subjects number the events, so each is recognized. */
function run(calendar: CalendarContract, program: readonly Step[]): string[] {
  const seen: string[] = [];
  const live: { readonly subject: number; readonly handle: number }[] = [];
  let subjects = LIGHT_SUBJECTS;
  const rows = new Int32Array(LIGHT_SUBJECTS << ROW_BITS);
  const light = LIGHT_KINDS.map(({ kind, phase, hasPlaces }, column) => {
    const own = { rows, rowBits: ROW_BITS };
    return calendar.addLight({
      kind,
      phase,
      reads: [own],
      isFrequent: phase === 1,
      ...(hasPlaces && { places: { ...own, column } }),
    });
  });
  const pending = LIGHT_KINDS.map(() => new Set<number>());
  const take = (): boolean => {
    const taken = calendar.take();
    const { now, phase, kind, subject } = calendar;
    seen.push(taken ? `took ${kind}:${subject} at ${now}.${phase}` : `nothing at ${now}.${phase}`);
    if (!taken) return false;
    const index = live.findIndex((event) => event.subject === subject);
    if (index >= 0) live.splice(index, 1);
    pending[LIGHT_KINDS.findIndex((own) => own.kind === kind)]?.delete(subject);
    return true;
  };
  const takeRun = (): void => {
    if (!take()) return;
    const which = LIGHT_KINDS.findIndex(({ kind }) => kind === calendar.kind);
    if (which < 0) return;
    for (
      let subject = calendar.takeNext(light[which]);
      subject >= 0;
      subject = calendar.takeNext(light[which])
    ) {
      seen.push(`and ${subject}`);
      pending[which].delete(subject);
    }
  };
  for (const step of program) {
    if (step.do === 'take') take();
    else if (step.do === 'take a run') takeRun();
    else if (step.do === 'cancel light') {
      calendar.cancelLight(light[step.which], step.subject);
      pending[step.which].delete(step.subject);
    } else if (step.do === 'schedule light') {
      const minute = calendar.now + step.delay;
      if (LIGHT_KINDS[step.which].hasPlaces && pending[step.which].has(step.subject)) continue;
      try {
        const isReached = calendar.scheduleLight(light[step.which], minute, step.subject);
        expect(isReached).toBe(minute < END);
        if (isReached) pending[step.which].add(step.subject);
      } catch {
        seen.push(`refused ${step.subject}`);
      }
    } else if (step.do === 'cancel') {
      const [canceled] = live.length > 0 ? live.splice(step.which % live.length, 1) : [];
      if (canceled !== undefined) calendar.cancel(canceled.handle);
    } else {
      subjects += 1;
      try {
        const handle = calendar.schedule(calendar.now + step.delay, step.phase, step.kind, subjects);
        if (handle !== NO_EVENT) live.push({ subject: subjects, handle });
      } catch {
        seen.push(`refused ${subjects}`);
      }
    }
    seen.push(`${calendar.pending} pending`);
  }
  while (take());
  return seen;
}

test('the wheel does what a sorted array does, whatever is scheduled, canceled and taken', () => {
  fc.assert(
    fc.property(
      fc.array(STEP, { maxLength: 200 }),
      fc.integer({ min: 1, max: END + 5 }),
      (program, pageMinutes) => {
        const wheel = new Calendar({ phases: PHASES, end: END, pageMinutes });
        expect(run(wheel, program)).toEqual(run(new SortedCalendar({ phases: PHASES, end: END }), program));
      },
    ),
    { seed: 1, numRuns: 600 },
  );
});
