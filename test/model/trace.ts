import { formatCode } from '../../src/model/definitions/codes.ts';
import { CONDITION_NAMES } from '../../src/model/definitions/conditions.ts';
import type { MachineId } from '../../src/model/definitions/ids.ts';
import type { MicrosoftMessage, Observer } from '../../src/model/definitions/observer.ts';
import type { EstateParameters } from '../../src/model/definitions/parameters.ts';
import { Simulation } from '../../src/model/simulation.ts';

/** One thing that happened, in words. */
export interface TraceLine {
  readonly minute: number;
  readonly event: string;
  readonly subject: string;
  readonly host: string;
  readonly count: number;
  readonly condition: string;
  readonly code: string;
  readonly detail: string;
}

/** A run that is over, with everything that was announced. */
export interface Trace {
  readonly simulation: Simulation;
  readonly lines: readonly TraceLine[];
  /** The lines of some events, briefly: `minute event subject`. */
  brief(...events: string[]): string[];
  /** The lines about one subject. */
  of(subject: string): TraceLine[];
  /** The host's count at the end of each day. */
  readonly dailyCounts: Readonly<Record<string, readonly number[]>>;
  /** The machine of a name. */
  machine(name: string): MachineId;
}

/** Runs an estate to its end and keeps all that its observer is told. */
export function trace(parameters: EstateParameters): Trace {
  const lines: TraceLine[] = [];
  /** The latest code of each host and zone: only changes are kept. */
  const published = new Map<string, number>();
  const dailyCounts: Record<string, number[]> = {};
  const hostName = (host: number) => (host < 0 ? '' : simulation.estate.hosts.all[host].name);
  const add = (line: Partial<TraceLine> & Pick<TraceLine, 'event' | 'subject'>) =>
    lines.push({ minute: simulation.now, host: '', count: -1, condition: '', code: '', detail: '', ...line });
  const aboutMachine = (event: string, machine: MachineId, host: number, count: number, code: number) =>
    add({
      event,
      subject: simulation.estate.machines.nameOf(machine),
      host: hostName(host),
      count,
      condition: CONDITION_NAMES[simulation.estate.history.conditionOf(machine)],
      code: formatCode(code),
    });
  const observer: Observer = {
    wantsContacts: true,
    machineChanged: (event, machine, _previous, host, count, code) =>
      aboutMachine(event, machine, host, count, code),
    contactBegins: () => {},
    contact: (outcome, machine, host, count, code) => aboutMachine(outcome, machine, host, count, code),
    officeChanged: ({ event, machine, condition, host, count, code, detail }) =>
      add({
        event,
        subject: simulation.estate.machines.nameOf(machine),
        host: hostName(host),
        count,
        condition: CONDITION_NAMES[condition],
        code: formatCode(code),
        detail,
      }),
    hostChanged: (event, host, _previous, code, detail) =>
      add({
        event,
        subject: hostName(host),
        condition: CONDITION_NAMES[simulation.estate.hosts.all[host].condition],
        code: formatCode(code),
        detail,
      }),
    countPassed: () => {},
    hostPublished: (host, zone, code) => {
      const repeated = published.get(`${host} ${zone}`) === code;
      published.set(`${host} ${zone}`, code);
      if (!repeated)
        add({
          event: code === 0 ? 'published' : 'publish-refused',
          subject: hostName(host),
          code: formatCode(code),
          detail: zone,
        });
    },
    estateChanged: (event, subject, detail) => add({ event, subject, detail }),
    messageSent: (message) =>
      add({
        event: 'message',
        subject: message.sender,
        detail: `${message.reason} ${message.via} ${resultOf(message)}`,
      }),
    dayEnded: () => {
      for (const host of simulation.estate.hosts.all) {
        dailyCounts[host.name] ??= [];
        dailyCounts[host.name].push(simulation.estate.hosts.count(host));
      }
    },
  };
  const simulation = new Simulation(parameters, () => observer);
  simulation.run();
  return {
    simulation,
    lines,
    dailyCounts,
    brief: (...events) =>
      lines
        .filter((line) => events.includes(line.event))
        .map((line) => `${line.minute} ${line.event} ${line.subject}`),
    of: (subject) => lines.filter((line) => line.subject === subject),
    machine: (name) => {
      for (let machine = 0 as MachineId; machine < simulation.estate.machines.count; machine++) {
        if (simulation.estate.machines.nameOf(machine) === name) return machine;
      }
      throw new Error(`no machine ${name}`);
    },
  };
}

function resultOf({ computers, accepted }: MicrosoftMessage): string {
  if (accepted === computers) return 'accepted';
  return accepted === 0 ? 'refused' : `${accepted} of ${computers}`;
}
