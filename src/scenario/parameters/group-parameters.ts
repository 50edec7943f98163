import type { GroupParameters } from '../../model/definitions/parameters.ts';
import type { UptimeParameters } from '../../model/definitions/presence-parameters.ts';
import type { Rules } from '../../model/definitions/rules.ts';
import { minuteOf, parseTimeOfDay } from '../../text/point-in-time.ts';
import type { SectionValue } from '../parsing/parsed-scenario.ts';
import { imageParameters } from '../schema/images.ts';
import { machinesIn } from '../schema/machines.ts';
import { methodParameters } from '../schema/methods.ts';
import { parseWeekdays } from '../schema/weekdays.ts';

type Group = SectionValue<'machines'>;

const OFFICE_HOURS: UptimeParameters = {
  days: parseWeekdays('mon-fri'),
  on: parseTimeOfDay('08:00'),
  off: parseTimeOfDay('18:00'),
  jitter: 30,
};

/** The model's parameters of a machine group in which nothing is wrong. */
export function groupParameters(group: Group, start: number, rules: Rules): GroupParameters {
  const { at, over, order } = group.install;
  return {
    count: machinesIn(group),
    names: group.names ?? null,
    os: group.os,
    network: group.network,
    domain: group.domain ?? null,
    virtual: group.virtual,
    method: methodParameters(group),
    host: group.host ?? null,
    install: { at: minuteOf(at, start), over, order },
    uptime: uptimeParameters(group.uptime, start),
    connects: group.connects ?? null,
    image: imageParameters(group.image),
    rearm: group.rearm,
    rebuildEvery: group.rebuild?.every ?? null,
    office: group.office ?? null,
    officeHost: group.officeHost ?? null,
    cacheHost: group.cacheHost ?? true,
    kmsDomain: group.kmsDomain ?? null,
    hardwareChange: group.hardwareChange ?? null,
    genuine: group.genuine
      ? { validate: minuteOf(group.genuine.validate, start), result: group.genuine.result }
      : null,
    activationInterval: group.activationInterval ?? rules.activationInterval,
    renewalInterval: group.renewalInterval ?? rules.renewalInterval,
  };
}

function uptimeParameters(uptime: Group['uptime'], start: number): UptimeParameters | null {
  if (uptime === 'always') return null;
  if (uptime === 'office-hours') return OFFICE_HOURS;
  const { closed, ...hours } = uptime;
  if (closed.length === 0) return hours;
  return {
    ...hours,
    closed: closed.map(({ from, for: length }) => ({ from: minuteOf(from, start), for: length })),
  };
}
