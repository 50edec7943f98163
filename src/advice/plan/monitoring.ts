import type { Design } from '../design/design.ts';
import { expectedShare } from '../design/expected-share.ts';

/** How far a KMS host's count is from the threshold of its clients. */
export interface HostHeadroom {
  readonly host: string;
  /** Computers that it counts if all of them ask it. */
  readonly countable: number;
  /** Those that it gets on average where clients have several hosts to choose from. */
  readonly expected: number;
  /** The largest threshold of its clients; 0 without any. */
  readonly threshold: number;
  /** Computers that may leave before a client is not renewed: `expected - threshold`. */
  readonly headroom: number;
}

/** The headroom of every host, in the order of the file. */
export function headroomOf(design: Design): HostHeadroom[] {
  return [...design.estate.hosts.keys()].map((host) => {
    const answered = design.clientsOf(host).filter((clients) => design.refusal(host, clients) === null);
    const threshold = Math.max(0, ...answered.map((clients) => clients.threshold));
    const expected = Math.floor(expectedShare(design, host));
    return { host, countable: design.countWithin(host), expected, threshold, headroom: expected - threshold };
  });
}

/** An event of the Windows logs that a planner has watched. */
export interface WatchedEvent {
  readonly id: number;
  readonly log: string;
  readonly where: string;
  readonly meaning: string;
}

/** What the guide and the Operations Guide name, in the order in which one looks. */
export const WATCHED_EVENTS: readonly WatchedEvent[] = [
  {
    id: 12290,
    log: 'Key Management Service',
    where: 'each KMS host',
    meaning: 'a request of a client; fewer distinct CMIDs than the threshold within 30 days end renewals',
  },
  {
    id: 12293,
    log: 'Application',
    where: 'each KMS host',
    meaning: 'publishing in DNS failed: new clients do not find the host',
  },
  {
    id: 12288,
    log: 'Application',
    where: 'KMS clients',
    meaning: 'a request was sent; without a 12289 behind it no host answered',
  },
  {
    id: 12289,
    log: 'Application',
    where: 'KMS clients',
    meaning: 'a host answered; activated 0 means that the count was too low',
  },
];

/** What leaves for Microsoft by this design, and what never does. */
export interface Disclosure {
  readonly leaves: readonly string[];
  readonly never: readonly string[];
}

/** Everything that a MAK or KMS host activation sends (the guide, Appendix 1). */
const SENT =
  'the product key, the edition and its channel, the date, the license condition, a hardware hash, language settings and the IP address';

/** Works out what a design makes leave for Microsoft. */
export function disclosureOf({ estate }: Design): Disclosure {
  const methods = [...estate.groups.values()].map(({ method }) => method.type);
  const leaves: string[] = [];
  if (estate.hosts.size > 0) leaves.push(`each activation of a KMS host: ${SENT}`);
  if (methods.includes('mak')) leaves.push(`each activation of a MAK machine: ${SENT}`);
  if (methods.includes('mak-proxy'))
    leaves.push(`what a VAMT asks for its computers: their installation IDs, with ${SENT}`);
  const never = ['anything of the computers that are activated by KMS: they talk to KMS hosts only'];
  if (methods.includes('none')) never.push('anything of the computers that are not activated');
  return { leaves, never };
}
