import { NONE } from '../../model/definitions/ids.ts';
import type { Host } from '../../model/kms/host.ts';
import type { FigureTable } from './figure-definition.ts';
import type { HostCount } from './host-counts.ts';

/** A KMS host at the end of a run, and what was noted of its count day by day. */
export interface HostSubject {
  readonly host: Host;
  readonly noted: HostCount;
}

/** The figures `hosts.NAME.*`. */
export const HOST_FIGURES: FigureTable<HostSubject> = {
  requests: {
    meaning: 'requests that reached the host',
    better: 'neither',
    value: ({ host }) => host.requests,
  },
  activations: {
    meaning: 'of these, clients that passed into Licensed',
    better: 'neither',
    value: ({ host }) => host.activations,
  },
  renewals: {
    meaning: 'of these, clients that renewed',
    better: 'neither',
    value: ({ host }) => host.renewals,
  },
  refusals: {
    meaning: 'of these, requests that it refused',
    better: 'less',
    value: ({ host }) => host.refusals,
  },
  minCount: {
    meaning: 'lowest count at the end of a day, from the day of its first request on',
    better: 'more',
    value: ({ noted }) => noted.lowest,
  },
  maxCount: {
    meaning: 'largest count that it answered with',
    better: 'more',
    value: ({ host }) => (host.maxCount === NONE ? null : host.maxCount),
  },
  everNotification: {
    meaning: '1 when the host itself was ever in Notification or Unlicensed, else 0',
    better: 'less',
    value: ({ noted }) => Number(noted.everEnded),
  },
  daysBelowVista: {
    meaning: "days that ended with a count below Vista's threshold after it had first been reached",
    better: 'less',
    value: ({ noted }) => noted.daysBelowVista,
  },
  daysBelowServer: {
    meaning: "days that ended with a count below Server 2008's threshold after it had first been reached",
    better: 'less',
    value: ({ noted }) => noted.daysBelowServer,
  },
  headroomMin: {
    meaning:
      'lowest count at the end of a day less the largest threshold that its clients ask with, after that was first reached',
    better: 'more',
    value: ({ noted }) => noted.headroom,
  },
};
