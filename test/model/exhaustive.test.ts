import { describe, expect, expectTypeOf, test } from 'vitest';
import type { TIMELINE_ACTIONS } from '../../src/model/administration/timeline-actions.ts';
import { EventKind, type EventName, PHASE_COUNT, Phase } from '../../src/model/definitions/events.ts';
import type {
  CONTACT_OUTCOMES,
  ContactOutcome,
  ESTATE_EVENTS,
  EstateEvent,
  HOST_EVENTS,
  HostEvent,
  MACHINE_EVENTS,
  MachineEvent,
} from '../../src/model/definitions/observer.ts';
import type { TimelineAction } from '../../src/model/definitions/parameters.ts';
import type { System } from '../../src/model/definitions/system.ts';
import type { EventHandlers } from '../../src/model/event-handlers.ts';

/** What is forgotten does not compile: `tsc` checks the lines that expect an error, and complains if there is none. */

describe('what the compiler finds missing', () => {
  test('the handler of a kind of event', () => {
    expectTypeOf<keyof EventHandlers>().toEqualTypeOf<EventName>();
    const handlers = {} as EventHandlers;
    const { DayEnd: _, ...others } = handlers;
    // @ts-expect-error: the end of a day has no handler
    const incomplete: EventHandlers = others;
    expect(incomplete).toBeDefined();
  });

  test('the handler of an action of the timeline', () => {
    expectTypeOf<keyof typeof TIMELINE_ACTIONS>().toEqualTypeOf<TimelineAction['type']>();
    const { down: _, ...others } = {} as typeof TIMELINE_ACTIONS;
    // @ts-expect-error: an outage has no handler
    const incomplete: typeof TIMELINE_ACTIONS = others;
    expect(incomplete).toBeDefined();
  });

  test('the meaning of an event that observers hear of', () => {
    expectTypeOf<keyof typeof MACHINE_EVENTS>().toEqualTypeOf<MachineEvent>();
    expectTypeOf<keyof typeof HOST_EVENTS>().toEqualTypeOf<HostEvent>();
    expectTypeOf<keyof typeof ESTATE_EVENTS>().toEqualTypeOf<EstateEvent>();
    expectTypeOf<keyof typeof CONTACT_OUTCOMES>().toEqualTypeOf<ContactOutcome>();
    const { retired: _, ...others } = {} as typeof MACHINE_EVENTS;
    // @ts-expect-error: the retirement has no meaning
    const incomplete: Record<MachineEvent, string> = others;
    expect(incomplete).toBeDefined();
  });

  test('a property of a system, and a rule that is not there or has another unit', () => {
    const system = {} as System;
    const { endState: _, ...others } = system;
    // @ts-expect-error: a system without an end state
    const incomplete: System = others;
    // @ts-expect-error: no rule has this name
    const unknown: System = { ...system, initialGrace: 'windowsMeInitialGrace' };
    // @ts-expect-error: a rule of another unit
    const count: System = { ...system, initialGrace: 'vistaThreshold' };
    expect([incomplete, unknown, count].length).toBe(3);
  });
});

test('every kind of event and every phase has a number of its own', () => {
  const kinds = Object.values(EventKind);
  expect(new Set(kinds).size).toBe(kinds.length);
  expect(Math.max(...kinds)).toBe(kinds.length - 1);
  expect(Object.values(Phase)).toEqual(Array.from({ length: PHASE_COUNT }, (_, phase) => phase));
});
