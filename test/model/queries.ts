import type { HostParameters } from '../../src/model/definitions/parameters.ts';
import { type EstateSketch, estate } from './estate.ts';
import { type Trace, type TraceLine, trace } from './trace.ts';

/** Questions that tests ask a run that is over. */

export const run = (sketch: EstateSketch): Trace => trace(estate(sketch));

/** Events that are a contact of a KMS client with a host, or its search for one. */
export const CONTACTS = ['activated', 'renewed', 'count-too-low', 'refused', 'no-host'];

/** A host that has its clients back every hour, whatever it answered. */
export const HOURLY: Partial<HostParameters> = { activationInterval: 60, renewalInterval: 60 };

/** Rules by which one computer is enough to activate. */
export const EASY = { vistaThreshold: 1, serverThreshold: 1 };

/** The contacts of a machine. */
export const contactsOf = (result: Trace, machine: string): TraceLine[] =>
  result.of(machine).filter(({ event }) => CONTACTS.includes(event));

/** The minutes in which something happened to a subject. */
export const minutesOf = (result: Trace, subject: string, ...events: string[]): number[] =>
  result
    .of(subject)
    .filter(({ event }) => events.includes(event))
    .map(({ minute }) => minute);

/** What happened to a subject, each as `minute event`. */
export const storyOf = (result: Trace, subject: string): string[] =>
  result.of(subject).map(({ minute, event }) => `${minute} ${event}`);

/** What became of a machine's contacts, each as `minute event code`. */
export const outcomesOf = (result: Trace, machine: string): string[] =>
  contactsOf(result, machine).map(({ minute, event, code }) =>
    code === '0x0' ? `${minute} ${event}` : `${minute} ${event} ${code}`,
  );

/** How many machines of a group are Licensed at the end: their last lines say so, and they are not retired. */
export function licensed(result: Trace, group: string): number {
  const last = new Map<string, TraceLine>();
  for (const line of result.lines) {
    if (line.condition !== '' && line.subject.startsWith(`${group}-`)) last.set(line.subject, line);
  }
  return [...last.values()].filter((line) => line.condition === 'Licensed' && line.event !== 'retired')
    .length;
}

/** The counts that a host answered with, as `minute count`. */
export const countsOf = (result: Trace, host = 'kms-1'): string[] =>
  result.lines
    .filter((line) => line.host === host && line.count >= 0)
    .map(({ minute, count }) => `${minute} ${count}`);
