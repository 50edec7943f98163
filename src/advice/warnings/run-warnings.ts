import { MINUTES_PER_DAY } from '../../engine/time.ts';
import type { JsonValue } from '../../scenario/document/json.ts';
import { formatDuration } from '../../text/duration.ts';
import { horizonNeeded } from '../design/horizon.ts';
import { labLimit, longestLabLife } from '../design/lab-life.ts';
import type { Finding, Subject, WarningKind } from './finding.ts';
import { daysUp, inDays, listed } from './wording.ts';

function labOutlivesRearms({ design }: Subject): Finding[] {
  return [...design.estate.groups].flatMap(([name, group]) => {
    if (group.method.type !== 'none' || group.count === 0) return [];
    const limit = labLimit(group, design.estate.rules);
    const life = longestLabLife(design.estate, name, group);
    if (life <= limit) return [];
    const rearm = group.rearm === 'never' ? `\`machines.${name}.rearm: at-expiry\`, or ` : '';
    return [
      {
        path: ['machines', name],
        message: `\`${name}\` is used for ${inDays(life)} without being rebuilt, and needs activation after ${inDays(limit)}`,
        help: `${rearm}rebuild it sooner (\`machines.${name}.rebuild: { every: ${Math.floor(limit / MINUTES_PER_DAY)} d }\`)`,
      },
    ];
  });
}

const INTERVALS = ['activationInterval', 'renewalInterval'] as const;

function intervalOverridden({ design, written }: Subject): Finding[] {
  return design.clients.flatMap((clients) =>
    INTERVALS.flatMap((interval): Finding[] => {
      const own = clients.parameters[interval];
      if (!isWritten(written, clients.group, interval)) return [];
      const others = design.hostsAskedBy(clients).filter((host) => design.host(host)[interval] !== own);
      if (others.length === 0) return [];
      return [
        {
          path: ['machines', clients.group, interval],
          message: `a host's own ${interval} (${formatDuration(design.host(others[0])[interval])} of ${listed(others)}) replaces the ${formatDuration(own)} of \`${clients.group}\` with its first answer`,
          help: `set it on the host (\`hosts.${others[0]}.${interval}: ${formatDuration(own)}\`)`,
        },
      ];
    }),
  );
}

function isWritten(document: JsonValue, group: string, key: string): boolean {
  const value = ['machines', group, key].reduce<JsonValue | undefined>((current, step) => {
    if (typeof current !== 'object' || current === null || Array.isArray(current)) return undefined;
    return (current as Readonly<Record<string, JsonValue>>)[step];
  }, document);
  return value !== undefined;
}

function afterTheEnd({ design }: Subject): Finding[] {
  const { timeline, duration } = design.estate;
  return [...timeline.entries()].flatMap(([index, { at }]) =>
    at < duration
      ? []
      : [
          {
            path: ['timeline', index, 'at'],
            message: `this is on day ${Math.floor(at / MINUTES_PER_DAY)}, and the run ends on day ${Math.floor((duration - 1) / MINUTES_PER_DAY)}, so it never happens`,
            help: `lengthen the run (\`duration: ${daysUp(at + MINUTES_PER_DAY)}\`), or take the entry away`,
          },
        ],
  );
}

function shortHorizon({ design }: Subject): Finding[] {
  const needed = horizonNeeded(design);
  if (needed === null || needed.until <= design.estate.duration) return [];
  return [
    {
      path: ['duration'],
      message: `the run is ${inDays(design.estate.duration)} long, and ${needed.because} has its full effect only after ${inDays(needed.until)}`,
      help: `lengthen the run (\`duration: ${daysUp(needed.until + MINUTES_PER_DAY)}\`)`,
    },
  ];
}

export const RUN_WARNINGS = {
  'lab-outlives-rearms': {
    check: labOutlivesRearms,
    section: 'Test/Development Labs',
    explanation:
      'Lab computers need no activation if they are rebuilt before their grace periods are used up: with all rearms 120 days for Windows Vista, 180 for Vista Enterprise, 240 for Windows Server 2008; without rearms 30 or 60 days. Later they are in Notification or, before Vista SP1, Unlicensed.',
  },
  'interval-overridden': {
    check: intervalOverridden,
    section: 'KMS Activation Renewal',
    explanation:
      'A KMS host sends its activation and renewal intervals with each answer, and the client uses them from then on (Operations Guide). Intervals set on a client matter only before its first answer.',
  },
  'after-the-end': {
    check: afterTheEnd,
    section: 'Steps to Planning Volume Activations',
    explanation:
      'An entry of the timeline at or after the end of the run never happens. It is likely that the run is too short or the date is wrong.',
  },
  'short-horizon': {
    check: shortHorizon,
    section: 'KMS Activation Renewal',
    explanation:
      'An activation lasts 180 days and is followed by 30 days of grace, so a lost host or count is visible only 210 days later; a computer that finds no host is in Notification after its grace period of 30 or 60 days. A run that ends before shows nothing wrong.',
  },
} as const satisfies Record<string, WarningKind>;
