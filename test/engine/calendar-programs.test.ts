import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Calendar, NO_EVENT } from '../../src/engine/calendar.ts';
import { type CalendarContract, SortedCalendar } from './sorted-calendar.ts';

const PHASES = 3;
const END = 60;
/** The kind of which each subject has at most one event; other events have kinds below it. */
const FREQUENT_KIND = 255;
const FREQUENT_SUBJECTS = 40;
/** A row is two numbers, and the second is the calendar's. */
const ROW_BITS = 1;

/** A step of a program. Delays count from the event taken last; a negative one must be refused. */
type Step =
  | { readonly do: 'schedule'; readonly delay: number; readonly phase: number; readonly kind: number }
  | { readonly do: 'cancel'; readonly which: number }
  | { readonly do: 'schedule frequent'; readonly delay: number; readonly subject: number }
  | { readonly do: 'cancel frequent'; readonly subject: number }
  | { readonly do: 'take' };

const STEP: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('schedule' as const),
      delay: fc.integer({ min: -1, max: END }),
      phase: fc.nat(PHASES - 1),
      kind: fc.nat(254),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which: fc.nat() }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('schedule frequent' as const),
      delay: fc.integer({ min: -1, max: END }),
      subject: fc.nat(FREQUENT_SUBJECTS - 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('cancel frequent' as const),
      subject: fc.nat(FREQUENT_SUBJECTS - 1),
    }),
  },
  { weight: 3, arbitrary: fc.constant({ do: 'take' as const }) },
);

/** Runs a program and notes all that a caller can see. Subjects number the events, so each is recognized. */
function run(calendar: CalendarContract, program: readonly Step[]): string[] {
  const seen: string[] = [];
  const live: { readonly subject: number; readonly handle: number }[] = [];
  let subjects = FREQUENT_SUBJECTS;
  calendar.keepFrequent({
    kind: FREQUENT_KIND,
    phase: 1,
    rows: new Int32Array(FREQUENT_SUBJECTS << ROW_BITS),
    rowBits: ROW_BITS,
    column: 1,
  });
  const pending = new Set<number>();
  const take = (): boolean => {
    const taken = (calendar.kind === FREQUENT_KIND && calendar.takeFrequent() >= 0) || calendar.take();
    const { now, phase, kind, subject } = calendar;
    seen.push(taken ? `took ${kind}:${subject} at ${now}.${phase}` : `nothing at ${now}.${phase}`);
    const index = live.findIndex((event) => event.subject === subject);
    if (taken && index >= 0) live.splice(index, 1);
    if (taken && kind === FREQUENT_KIND) pending.delete(subject);
    return taken;
  };
  for (const step of program) {
    if (step.do === 'take') take();
    else if (step.do === 'cancel frequent') {
      calendar.cancelFrequent(step.subject);
      pending.delete(step.subject);
    } else if (step.do === 'schedule frequent') {
      const minute = calendar.now + step.delay;
      if (!pending.has(step.subject)) {
        try {
          calendar.scheduleFrequent(minute, step.subject);
          if (minute < END) pending.add(step.subject);
        } catch {
          seen.push(`refused ${step.subject}`);
        }
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
