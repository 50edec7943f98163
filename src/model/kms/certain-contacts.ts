import type { Calendar } from '../../engine/calendar.ts';
import { type LightEvents, subjectIn } from '../../engine/light-events.ts';
import type { Minutes } from '../../engine/time.ts';
import type { Estate } from '../definitions/estate.ts';
import { type ClientMachineId, type MachineId, NONE } from '../definitions/ids.ts';
import {
  DEADLINE,
  GROUP_MASK,
  HOST_MASK,
  isLicensedIn,
  latenessIn,
  MEMORY,
  OTHER_CLIENT_ID,
  rowOf,
  STATE,
} from '../estate/machine-rows.ts';
import type { Machines } from '../estate/machines.ts';
import type { Presence } from '../estate/presence.ts';
import type { WeeklyHours } from '../estate/weekly-hours.ts';
import type { Attempts } from '../licensing/attempts.ts';
import type { ClientIds } from '../licensing/client-ids.ts';
import type { CertainAnswer } from './certain-answers.ts';
import type { Host } from './host.ts';
import type { KmsHosts } from './hosts.ts';

type CertainContactEstate = Pick<
  Estate,
  'machines' | 'presence' | 'clientIds' | 'attempts' | 'hosts' | 'calendar' | 'rules'
>;

/**
 * The contacts that nearly all are: of a machine that is present now, with a host that has answered its like since
 * anything changed, and that renew a license or find the count too low. What a contact in full (`KmsClients`) comes to
 * for them is written out here over a line of the calendar at a time, with everything at hand. Measured with a million
 * computers with office hours for a year: 129 to 97 ns a contact.
 */
export class CertainContacts {
  private readonly machines: Machines;
  private readonly presence: Presence;
  private readonly clientIds: ClientIds;
  private readonly attempts: Attempts;
  private readonly hosts: KmsHosts;
  private readonly calendar: Calendar;
  private readonly validity: Minutes;
  private readonly due: LightEvents;
  /** By group: the hours of its machines, where they are absent for no other reason. */
  private readonly hours: readonly (WeeklyHours | null)[];

  /** @param due contacts that are to come */
  constructor(estate: CertainContactEstate, due: LightEvents) {
    this.machines = estate.machines;
    this.presence = estate.presence;
    this.clientIds = estate.clientIds;
    this.attempts = estate.attempts;
    this.hosts = estate.hosts;
    this.calendar = estate.calendar;
    this.validity = estate.rules.activationValidity;
    this.due = due;
    this.hours = estate.machines.groups.map((group) => estate.presence.hoursAlone(group));
  }

  /**
   * Makes the next contacts of this minute, as long as they are certain, come to the same, their hosts have like
   * intervals, and they are in one line of the calendar, which has come to the first.
   *
   * @param most contacts to make
   * @returns how many were made
   */
  make(most: number): number {
    const { calendar, due, clientIds, attempts, hosts, presence } = this;
    const { rows } = this.machines;
    const { now, place, entries } = calendar;
    const end = Math.min(calendar.lineEnd, place + most);
    const deadline = now + this.validity;
    if (!due.owns(entries[place])) return 0;
    const first = rowOf(subjectIn(entries[place]) as MachineId);
    const isLicensed = isLicensedIn(rows[first + STATE]);
    let answer = this.answerTo(rows[first + STATE], rows[first + MEMORY]);
    if (answer === undefined) return 0;
    let { groupId, memory: remembered, memoryMask } = answer;
    let { records } = answer.host;
    let hours = this.hours[groupId];
    let capacity = hosts.capacity(answer.host);
    let latest: number = NONE;
    let isEnough = false;
    let since = place;
    let at = place;
    for (; at < end; at += 1) {
      const entry = entries[at];
      if (!due.owns(entry)) break;
      const machine = subjectIn(entry) as MachineId;
      const row = rowOf(machine);
      const state = rows[row + STATE];
      const memory = rows[row + MEMORY];
      if (isLicensedIn(state) !== isLicensed) break;
      if ((state & GROUP_MASK) !== groupId || (memory & memoryMask) !== remembered) {
        const other = this.answerTo(state, memory);
        if (other === undefined || !haveLikeIntervals(answer, other)) break;
        noteRequests(answer.host, at - since, isEnough);
        since = at;
        answer = other;
        ({ groupId, memory: remembered, memoryMask } = other);
        ({ records } = other.host);
        hours = this.hours[groupId];
        capacity = hosts.capacity(other.host);
        latest = NONE;
      }
      if (hours !== null) {
        if (hours.waitFrom(presence.minuteOfWeek(now), latenessIn(state)) !== 0) break;
      } else if (answer.isIntermittent && presence.nextPresentOf(answer.group, machine, now) !== now) break;
      const id =
        (state & OTHER_CLIENT_ID) === 0 ? (machine as number as ClientMachineId) : clientIds.of(machine);
      const count = answer.isCounted ? records.touch(id, capacity, now) : records.trim(capacity, now);
      if (count !== latest) {
        const suffices = count >= answer.threshold;
        // An activation is made in full, which finds a record of this minute; so is what ends otherwise than the first did.
        if (at === place ? suffices && !isLicensed : suffices !== isEnough) break;
        isEnough = suffices;
        latest = count;
        hosts.noteCount(answer.host, count);
      }
      if (isEnough) {
        rows[row + DEADLINE] = deadline;
        rows[row + MEMORY] = attempts.withRenewal(machine, memory);
      } else attempts.countTooLow(machine);
    }
    noteRequests(answer.host, at - since, isEnough);
    const made = at - place;
    if (isEnough) attempts.tally.renewed += made;
    else attempts.tally.countTooLow += made;
    calendar.moveOn(due, made, now + (isEnough ? answer.renewalInterval : answer.activationInterval));
    return made;
  }

  /** The answer that is certain for a machine with a state and a memory of hosts. */
  private answerTo(state: number, memory: number): CertainAnswer | undefined {
    const answer = this.hosts.certain.of(memory & HOST_MASK, state & GROUP_MASK);
    return answer !== undefined && (memory & answer.memoryMask) === answer.memory ? answer : undefined;
  }
}

function haveLikeIntervals(one: CertainAnswer, other: CertainAnswer): boolean {
  return one.renewalInterval === other.renewalInterval && one.activationInterval === other.activationInterval;
}

function noteRequests(host: Host, count: number, areRenewals: boolean): void {
  host.requests += count;
  if (areRenewals) host.renewals += count;
}
