import { Code, formatCode } from '../../model/definitions/codes.ts';
import { CONDITION_NAMES, Condition } from '../../model/definitions/conditions.ts';
import type { Estate } from '../../model/definitions/estate.ts';
import { NONE } from '../../model/definitions/ids.ts';
import type { MachineEvent } from '../../model/definitions/observer.ts';
import { formatDuration } from '../../text/duration.ts';
import { groupThousands } from '../../text/numbers.ts';
import type { Licensor } from '../trace/license-watch.ts';
import type { RecordChange, RecordEpisode } from '../trace/record-watch.ts';
import type { ContactEpisode, HostStep, MachineStep } from '../trace/trace-steps.ts';

/** What a step of a trace is in words: what happened, why, and the section that says so. */
export interface Words {
  readonly event: string;
  readonly because: string;
  readonly source: string | null;
}

/** Words of a step. */
export const words = (event: string, because = '', source: string | null = null): Words => ({
  event,
  because,
  source,
});

const AVMA = 'Automatic Virtual Machine Activation in Windows Server';
/** The page on Active Directory-based activation. */
export const DIRECTORY = 'Activate using Active Directory-based activation';

/** What happened to the followed machine. */
export function machineWords(step: MachineStep, estate: Estate): Words {
  const name = step.host === NONE ? '' : estate.hosts.all[step.host].name;
  return MACHINE_WORDS[step.event](step, name, estate);
}

const MACHINE_WORDS: Readonly<
  Record<MachineEvent, (step: MachineStep, host: string, estate: Estate) => Words>
> = {
  installed: ({ condition }) =>
    words('installed', `${CONDITION_NAMES[condition]} begins`, 'Appendix 2: License Conditions'),
  rebuilt: ({ condition }) =>
    words('rebuilt', `installed anew with a new CMID: ${CONDITION_NAMES[condition]} begins`),
  rearmed: ({ condition }) =>
    words(
      'rearmed',
      condition === Condition.OOBGrace
        ? 'its grace period begins anew, with a new CMID'
        : `its system has no grace period: ${CONDITION_NAMES[condition]} until it is activated, with a new CMID`,
      'Test/Development Labs',
    ),
  'rearm-refused': ({ code }) =>
    words(`not rearmed (${formatCode(code)})`, 'no rearm is left', 'Test/Development Labs'),
  activated: ({ count, host, detail, licensedBy }, name) => {
    if (host !== NONE)
      return words(`activated by ${name}`, `it answered ${count}`, 'KMS Activation Thresholds');
    if (licensedBy === 'avma')
      return words(`activated by its Hyper-V host ${detail}`, 'that is activated itself', AVMA);
    return licensedBy === 'directory'
      ? words(`activated by the domain ${detail}`, 'an activation object serves it', DIRECTORY)
      : words('activated with Microsoft', '', 'Multiple Activation Key (MAK)');
  },
  'to-directory': ({ detail }) =>
    words(
      `renewed by the domain ${detail}, no KMS host any more`,
      'a member of a domain asks its directory first',
      DIRECTORY,
    ),
  'left-domain': ({ condition, detail }) =>
    words(
      `not activated any more: now in ${CONDITION_NAMES[condition]}`,
      `it left the domain ${detail}, which had activated it`,
      DIRECTORY,
    ),
  condition: conditionWords,
  retired: () => words('taken out of service'),
  converted: ({ detail }) => words(`converted${detail === '' ? '' : ` to ${detail}`}`),
  'hardware-changed': ({ detail }) => words(`its ${detail} was replaced`, '', 'KB 925582'),
  validated: ({ detail }) => words(`validated online: ${detail}`, '', 'Appendix 2: License Conditions'),
  'not-validated': ({ detail, code }) =>
    words(
      'could not be validated online',
      code === Code.Success ? `it is ${detail}` : `Microsoft was not reached (${formatCode(code)})`,
      'Appendix 2: License Conditions',
    ),
  'key-exhausted': ({ detail, code }) =>
    words(
      `refused by Microsoft (${formatCode(code)})`,
      `the pool of ${detail} is empty`,
      'Multiple Activation Key (MAK)',
    ),
};

function conditionWords({ condition, previous, code, licensedBy, licenseAge }: MachineStep): Words {
  const state = CONDITION_NAMES[condition];
  if (condition === Condition.OOTGrace && code === Code.HardwareOutOfTolerance)
    return words(`now in ${state}`, 'its hardware is out of tolerance', 'KB 925582');
  if (condition === Condition.OOTGrace)
    return words(
      `now in ${state}`,
      `${formatDuration(licenseAge)} without a renewal`,
      RENEWAL_SOURCES[licensedBy ?? 'kms'],
    );
  if (condition === Condition.NonGenuineGrace)
    return words(`now in ${state}`, 'it was found Non-Genuine', 'Appendix 2: License Conditions');
  if (condition === Condition.Licensed) return words(`now ${state}`);
  const before = previous === NONE ? 'its grace' : CONDITION_NAMES[previous];
  return words(`now in ${state}`, `its ${before} ended`, 'Appendix 2: License Conditions');
}

/** What renews a license, in words; a KMS host is named instead. */
const RENEWERS: Readonly<Record<Licensor, string>> = {
  kms: 'a KMS host',
  directory: 'its domain',
  avma: 'its Hyper-V host',
  microsoft: 'Microsoft',
};

/** The sections on renewals. */
const RENEWAL_SOURCES: Readonly<Record<Licensor, string>> = {
  kms: 'KMS Activation Renewal',
  directory: DIRECTORY,
  avma: AVMA,
  microsoft: 'Multiple Activation Key (MAK)',
};

/** Contacts that ended alike. */
export function contactWords(episode: ContactEpisode, estate: Estate, threshold: number): Words {
  const { outcome, host, code, times, lowest, highest, licensedBy } = episode;
  const contacts = times === 1 ? '1 contact' : `${groupThousands(times)} contacts`;
  const were = times === 1 ? 'was' : 'were';
  const name = host === NONE ? '' : estate.hosts.all[host].name;
  if (outcome === 'renewed')
    return words(
      `renewed ${times === 1 ? '' : `${groupThousands(times)} times `}by ${name === '' ? RENEWERS[licensedBy ?? 'kms'] : name}`,
      '',
      RENEWAL_SOURCES[licensedBy ?? 'kms'],
    );
  if (outcome === 'count-too-low') {
    const counts = lowest === highest ? String(lowest) : `${lowest} to ${highest}`;
    return words(
      `${contacts} ${were} answered with ${counts} by ${name}, fewer than ${threshold}`,
      'an answer below the threshold neither activates nor renews',
      'KMS Activation Thresholds',
    );
  }
  const reason = CONTACT_REASONS[code] ?? '';
  if (outcome === 'refused')
    return words(
      `${contacts} ${were} refused${name === '' ? '' : ` by ${name}`} (${formatCode(code)})`,
      reason,
      REFUSAL_SOURCES[code] ?? 'Activating the First KMS Host',
    );
  const found = code === Code.MicrosoftUnreachable ? 'did not reach Microsoft' : 'found no KMS host';
  return words(`${contacts} ${found} (${formatCode(code)})`, reason, 'Client Discovery of the KMS Service');
}

/** The sections on refusals other than by a host that is not activated. */
const REFUSAL_SOURCES: Readonly<Record<number, string>> = {
  [Code.HostCannotServe]: 'Determine Product Key Needs',
  [Code.MakExhausted]: 'Multiple Activation Key (MAK)',
  [Code.AvmaPlatform]: AVMA,
  [Code.AvmaHostNotActivated]: AVMA,
};

/** Why a contact failed, by the code that Windows logs. */
const CONTACT_REASONS: Readonly<Record<number, string>> = {
  [Code.DnsNameDoesNotExist]: 'its zone names no host, or its network has no zone',
  [Code.DnsServerFailure]: "its zone's server did not answer",
  [Code.RpcServerUnavailable]: 'no host that it knows of answered',
  [Code.HostNotActivated]: 'the host is not activated',
  [Code.HostCannotServe]: "the host's key or system cannot serve it",
  [Code.MicrosoftUnreachable]: 'there was no way to the Internet',
  [Code.MakExhausted]: 'the pool of its key is empty',
  [Code.AvmaPlatform]: 'the system of its Hyper-V host cannot activate it',
  [Code.AvmaHostNotActivated]: 'its Hyper-V host is not activated',
};

/** What happened to a host. */
export function hostWords({ event, host, condition, code, detail }: HostStep, estate: Estate): Words {
  const { name } = estate.hosts.all[host];
  switch (event) {
    case 'host-online':
      return words(`${name} came online`);
    case 'host-activated':
      // A key of Office is activated besides the host's own.
      return words(
        `${name} was activated with Microsoft${detail.startsWith('Office') ? ` for ${detail}` : ''}`,
        '',
        'Activating the First KMS Host',
      );
    case 'host-refused':
      return words(
        `Microsoft refused to activate ${name} (${formatCode(code)})`,
        'the activations of its key are used up',
        'Activating Subsequent KMS Hosts',
      );
    case 'condition':
      return words(
        `${name} is in ${CONDITION_NAMES[condition]}`,
        'it was not activated in time',
        'Appendix 2: License Conditions',
      );
    case 'publish-refused':
      return words(
        `${name} could not publish itself in ${detail} (${formatCode(code)})`,
        'so no new client finds it there',
        'Planning DNS Server Configuration',
      );
    case 'published':
      return words(`${name} published itself in ${detail}`);
    case 'moved':
      return words(`${name} was moved to other hardware`, 'it has to be activated again', 'Core Network');
    case 'threshold-reached':
      return words(`the count of ${name} reached its threshold: ${detail}`);
    case 'threshold-lost':
      return words(`the count of ${name} fell below its threshold: ${detail}`, '', 'Activation Count Cache');
    case 'rekeyed':
      return words(`${name} was given another key`, 'its records are gone');
    default:
      return words(`${name}: ${event}`);
  }
}

/** Records of a host that went. */
export function recordWords({ change, times, host }: RecordEpisode, estate: Estate): Words {
  const { name } = estate.hosts.all[host];
  const records = times === 1 ? '1 record' : `${groupThousands(times)} records`;
  const { recordLife } = estate.parameters.rules;
  return words(
    `${name} lost ${records}: ${change}`,
    RECORD_REASONS[change](formatDuration(recordLife)),
    'Activation Count Cache',
  );
}

const RECORD_REASONS: Readonly<Record<RecordChange, (life: string) => string>> = {
  requested: () => 'their computers asked for the first time',
  'aged out': (life) => `their computers had not asked it for ${life}`,
  evicted: () => 'it keeps only the most recent',
  rekeyed: () => 'a host with a new key begins at 0',
};
