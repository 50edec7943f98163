import type { Minute } from '../../engine/time.ts';
import { CONDITION_NAMES } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { type HostId, type MachineId, NONE } from '../../model/definitions/ids.ts';
import type { CountEvent } from '../../model/definitions/observer.ts';
import type { Host } from '../../model/kms/host.ts';
import { plural } from '../../text/plural.ts';
import type { Timestamps } from '../../text/timestamps.ts';
import type { Departure, Departures } from './departures.ts';
import type { Finding } from './finding.ts';
import { lengthOf, momentOf } from './moments.ts';
import type { OutageLog } from './outage-log.ts';

/** When a host's count fell below thresholds of its clients for the first time, and why. */
interface CountLoss {
  readonly host: Host;
  /** The threshold that was lost first. */
  readonly threshold: number;
  readonly minute: Minute;
  readonly cause: string | null;
  /** Others that it lost later, and when. */
  readonly later: Map<number, Minute>;
  /** Whether the count is too low now. */
  lasting: boolean;
}

/** How machines left a host, and when. */
const DEPARTED: Readonly<Record<Departure['event'], (when: string) => string>> = {
  retired: (when) => `retired on ${when}`,
  converted: (when) => `converted to another method on ${when}`,
  'to-directory': (when) => `taken over by Active Directory from ${when} on`,
};

interface CountLossParts {
  readonly estate: Estate;
  readonly departures: Departures;
  readonly outages: OutageLog;
  readonly timestamps: Timestamps;
}

/** Notes the first time that each threshold of each host was lost, and because of what. */
export class CountLosses {
  private readonly parts: CountLossParts;
  private readonly losses = new Map<HostId, CountLoss>();

  constructor(parts: CountLossParts) {
    this.parts = parts;
  }

  /** A host's count passed a threshold. */
  passed(event: CountEvent, id: HostId, threshold: number, count: number): void {
    const { hosts, calendar } = this.parts.estate;
    const known = this.losses.get(id);
    const isLost = event === 'threshold-lost';
    if (known === undefined) {
      if (!isLost) return;
      const host = hosts.all[id];
      const cause = this.causeOf(host, threshold, count);
      this.losses.set(id, { host, threshold, minute: calendar.now, cause, later: new Map(), lasting: true });
    } else if (threshold === known.threshold) known.lasting = isLost;
    else if (isLost && !known.later.has(threshold)) known.later.set(threshold, calendar.now);
  }

  /** A sentence for each host that lost a threshold, the first first. */
  findings(): Finding[] {
    return [...this.losses.values()].map((loss) => ({
      kind: 'count-lost',
      text: this.sentence(loss),
      minute: loss.minute,
      subject: loss.host.name,
    }));
  }

  private sentence({ host, threshold, minute, cause, later, lasting }: CountLoss): string {
    const { timestamps } = this.parts;
    const others = [...later].map(([other, when]) => `, below ${other} on ${momentOf(when, timestamps)}`);
    const because = cause === null ? '' : `: ${cause}`;
    return (
      `The count of ${host.name} fell below ${threshold} on ${momentOf(minute, timestamps)}${others.join('')} ` +
      `and ${lasting ? 'stayed there' : 'came back later'}${because}.`
    );
  }

  /** What took away as many records as are missing, as far as the run proves it. */
  private causeOf(host: Host, threshold: number, count: number): string | null {
    const { recordLife } = this.parts.estate.rules;
    const { renewalInterval } = host.parameters;
    if (host.records.size === 0 && host.largestThreshold === 0)
      return 'it was given a key anew and forgot its clients';
    if (renewalInterval >= recordLife)
      return `its clients renew every ${lengthOf(renewalInterval)}, and it keeps a record for ${lengthOf(recordLife)}`;
    if (!host.serving) return `it is in ${CONDITION_NAMES[host.condition]} and renews no client`;
    return (
      this.departureCause(host, threshold - count) ??
      this.outageCause(host, threshold) ??
      this.askersCause(host, threshold)
    );
  }

  private departureCause(host: Host, missing: number): string | null {
    const { estate, departures, timestamps } = this.parts;
    const { now } = estate.calendar;
    const { recordLife } = estate.rules;
    const found = departures.from(host.id, now - recordLife - host.parameters.renewalInterval, now);
    const gone = found.reduce((sum, { machines }) => sum + machines, 0);
    if (gone < missing || found.length === 0) return null;
    const [{ group, event, minute, machines }] = found;
    const others = gone === machines ? '' : `, and ${plural(gone - machines, 'other machine')} left`;
    const verb = machines === 1 ? 'was' : 'were';
    const when = momentOf(minute, timestamps);
    return (
      `${plural(machines, 'machine')} of ${group} ${verb} ${DEPARTED[event](when)}${others}, ` +
      `and a record is kept for ${lengthOf(recordLife)}`
    );
  }

  /** An outage in which clients could not renew their records in time, or went to other hosts. */
  private outageCause(host: Host, threshold: number): string | null {
    const { estate, outages, timestamps } = this.parts;
    const { now } = estate.calendar;
    const { recordLife } = estate.rules;
    const { renewalInterval } = host.parameters;
    const links = [...estate.parameters.links].filter(([, { to }]) => to === host.parameters.network);
    const subjects = [host.name, host.parameters.network, ...links.map(([name]) => name)];
    const since = now - recordLife - renewalInterval;
    const outage = outages.longest(subjects, since, now);
    if (outage === undefined) return null;
    const what = outage.services === '' ? 'was down' : `blocked ${outage.services.split(' ').join(', ')}`;
    const end = outage.to === null ? '' : ` to ${momentOf(outage.to, timestamps)}`;
    const clause = `${outage.subject} ${what} from ${momentOf(outage.from, timestamps)}${end}`;
    const length = (outage.to ?? now) - Math.max(outage.from, since);
    if (length >= recordLife - renewalInterval) return `${clause}, and its clients could not renew`;
    const { here, elsewhere } = this.askers(host);
    return here < threshold && elsewhere > 0 ? `${clause}, and its clients went to other hosts` : null;
  }

  private askersCause(host: Host, threshold: number): string | null {
    const { here } = this.askers(host);
    return here < threshold
      ? `only ${plural(here, 'computer')} ${here === 1 ? 'asks' : 'ask'} it by then`
      : null;
  }

  /** KMS clients in service that know this host, and those that know another. */
  private askers(host: Host): { readonly here: number; readonly elsewhere: number } {
    const { machines, clients, directoryClients } = this.parts.estate;
    let here = 0;
    let elsewhere = 0;
    for (const group of machines.groups) {
      if (group.method.type !== 'kms') continue;
      for (let index = 0; index < group.count; index += 1) {
        const machine = (group.first + index) as MachineId;
        if (!machines.inService(machine) || directoryClients.activatorOf(machine) !== NONE) continue;
        const known = clients.knownHost(machine, group);
        if (known === host.id) here += 1;
        else if (known !== NONE) elsewhere += 1;
      }
    }
    return { here, elsewhere };
  }
}
