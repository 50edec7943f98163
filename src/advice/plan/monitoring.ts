import { disclosureOfGroup } from '../../model/definitions/disclosures.ts';
import type { EstateParameters } from '../../model/definitions/parameters.ts';
import type { Design } from '../design/design.ts';
import { isActivatedByDirectory } from '../design/directory-members.ts';
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

/** What Microsoft names for AVMA, on the Hyper-V hosts and in the guests. */
const AVMA_EVENTS: readonly WatchedEvent[] = [
  {
    id: 12310,
    log: 'Application',
    where: 'each Hyper-V host',
    meaning: 'a guest asked to be activated (AVMA)',
  },
  {
    id: 12309,
    log: 'Application',
    where: 'guests with AVMA',
    meaning: 'the Hyper-V host answered: success, or why not',
  },
];

/** What Microsoft names for members of a domain that Active Directory is to activate. */
const DIRECTORY_EVENTS: readonly WatchedEvent[] = [
  {
    id: 8198,
    log: 'Application',
    where: 'members of a domain',
    meaning:
      'activation failed: `slmgr /ao-list` names the activation objects, `slmgr /dlv` the channel of the key',
  },
];

/** The events to watch of what the guide of 2008 does not know, as far as a design has it. */
export function laterEvents({ estate, members }: Design): readonly WatchedEvent[] {
  const usesAvma = [...estate.groups.values()].some(({ method }) => method.type === 'avma');
  return [
    ...(members.some(isActivatedByDirectory) ? DIRECTORY_EVENTS : []),
    ...(usesAvma ? AVMA_EVENTS : []),
  ];
}

/** What leaves for Microsoft by this design, and what never does. */
export interface Disclosure {
  readonly leaves: readonly string[];
  readonly never: readonly string[];
}

/** Works out what a design makes leave for Microsoft: by generation, since what is sent differs. */
export function disclosureOf({ estate, members }: Design): Disclosure {
  const methods = [...estate.groups.values()].map(({ method }) => method);
  const ofMethod = (type: string) =>
    methods.flatMap((method) => (method.type === type && 'key' in method ? [method.key] : []));
  const objects = [...estate.domains.values()].flatMap((domain) => [...domain.objects.values()]);
  const officeKeys = [...estate.hosts.values()].flatMap((host) => host.officeKeys);
  const leaves = [
    ...sentBy(estate, 'each activation of a KMS host', keysOf(estate.hosts.values())),
    ...sentBy(estate, 'each activation of a KMS host with a key of Office', officeKeys),
    ...sentBy(estate, 'each activation of a MAK machine', ofMethod('mak')),
    ...sentBy(
      estate,
      'what a VAMT asks for its computers',
      ofMethod('mak-proxy'),
      'their installation IDs, with ',
    ),
    ...sentBy(estate, 'each activation object of Active Directory', keysOf(objects)),
  ];
  const never = ['anything of the computers that are activated by KMS: they talk to KMS hosts only'];
  if (members.some(isActivatedByDirectory))
    never.push(
      'anything of the computers that Active Directory activates: they talk to domain controllers only',
    );
  if (methods.some(({ type }) => type === 'avma'))
    never.push('anything of the virtual machines that their Hyper-V hosts activate');
  if (methods.some(({ type }) => type === 'none'))
    never.push('anything of the computers that are not activated');
  return { leaves, never };
}

function keysOf(users: Iterable<{ readonly key: string }>): string[] {
  return Array.from(users, ({ key }) => key);
}

/** A line for each generation whose products are activated with some keys; systems are named where they are several. */
function sentBy({ keys }: EstateParameters, what: string, used: readonly string[], besides = ''): string[] {
  const groups = used.flatMap((name) => keys.get(name)?.group ?? []);
  const sent = [...new Set(groups.map(disclosureOfGroup))];
  const isOnly2008 = sent.length === 1 && sent[0] === disclosureOfGroup('client');
  return sent.map(
    ({ systems, sentence }) => `${what}${isOnly2008 ? '' : ` (${systems})`}: ${besides}${sentence}`,
  );
}
