import type {
  DomainParameters,
  EstateParameters,
  HostParameters,
} from '../../model/definitions/parameters.ts';
import type { Rules } from '../../model/definitions/rules.ts';
import { minuteOf, weekdayOf } from '../../text/point-in-time.ts';
import type { Entry, ParsedScenario, SectionValue } from '../parsing/parsed-scenario.ts';
import { groupParameters } from './group-parameters.ts';
import { timelineEntry } from './timeline-entry.ts';

/** Turns a scenario in which nothing is wrong into the parameters of the model, for replication 0. */
export function toParameters({ settings, sections, timeline }: ParsedScenario): EstateParameters {
  const start = settings.start!;
  const rules = settings.policy!;
  return {
    seed: String(settings.seed),
    replication: 0,
    duration: settings.duration!,
    firstWeekday: weekdayOf(start),
    rules,
    networks: mapped(sections.networks, ({ dns, internet }) => ({ zone: dns ?? null, internet })),
    links: mapped(sections.links, (link) => link),
    zones: mapped(sections.dns, (zone) => zone),
    keys: mapped(sections.keys, (key) => key),
    hosts: mapped(sections.hosts, (host) => {
      const ownZone = host.publish ? sections.networks.get(host.network)?.value.dns : undefined;
      return hostParameters(host, ownZone, start, rules);
    }),
    groups: mapped(sections.machines, (group) => groupParameters(group, start, rules)),
    vamts: mapped(sections.vamt, (vamt) => ({ ...vamt, roundTrip: vamt.roundTrip ?? 0 })),
    domains: mapped(sections.domains, (domain) => domainParameters(domain, start)),
    timeline: timeline.map(({ value }) => timelineEntry(value, start)),
    failures: new Map(Object.entries(settings.failures!)),
    prices: settings.cost ?? null,
  };
}

function mapped<Written, Parameters>(
  entries: ReadonlyMap<string, Entry<Written>>,
  convert: (value: Written) => Parameters,
): ReadonlyMap<string, Parameters> {
  return new Map([...entries].map(([name, { value }]) => [name, convert(value)]));
}

function domainParameters(
  { controllers, objects }: SectionValue<'domains'>,
  start: number,
): DomainParameters {
  const made = Object.entries(objects).map(
    ([name, object]) => [name, { ...object, at: minuteOf(object.at, start) }] as const,
  );
  return { controllers, objects: new Map(made) };
}

function hostParameters(
  host: SectionValue<'hosts'>,
  ownZone: string | undefined,
  start: number,
  rules: Rules,
): HostParameters {
  return {
    ...host,
    publishTo: host.publishTo.filter((zone) => zone !== ownZone),
    online: minuteOf(host.online, start),
    activationInterval: host.activationInterval ?? rules.activationInterval,
    renewalInterval: host.renewalInterval ?? rules.renewalInterval,
    countsVirtual: host.countsVirtual ?? null,
    officeKeys: host.officeKeys ?? [],
    updates: host.updates ?? [],
    priority: host.priority ?? 0,
    weight: host.weight ?? 0,
  };
}
