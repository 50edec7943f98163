import * as z from 'zod';
import type { Channel, MethodParameters } from '../../model/definitions/parameters.ts';
import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import { alternatives } from '../../text/nearest.ts';
import { quoted } from '../../text/plain-text.ts';
import { CHANNELS } from './hosts.ts';
import type { EntryReport, KnownEntries, KnownGroup } from './known.ts';
import { reference } from './references.ts';

export type Method = MethodParameters['type'];

/** How machines are to be activated, as it is written in a machine group or a `convert`. */
export interface MethodChoice {
  readonly method: Method;
  readonly key?: string;
  readonly by?: string;
  readonly on?: string;
}

/** What the check of a method asks about the machines. */
export type KnownMachines = Pick<KnownGroup, 'os' | 'virtual'>;

/** What the language knows of a method. */
interface MethodRow<Type extends Method> {
  readonly meaning: string;
  /**
   * Reports what contradicts the method: keys that it does not use, lacks, or cannot use.
   *
   * @param machines what is known of the machines
   */
  check(
    choice: MethodChoice,
    machines: KnownMachines | undefined,
    known: KnownEntries,
    report: EntryReport,
  ): void;
  /** The model's form of a choice that was checked. */
  toParameters(choice: MethodChoice): Extract<MethodParameters, { readonly type: Type }>;
}

/** Every method: one that the model has and that has no row here does not compile. */
export const METHODS: { readonly [Type in Method]: MethodRow<Type> } = {
  kms: {
    meaning: 'a KMS host of the organization',
    check: (choice, _machines, _known, report) =>
      refuseKeys(choice, report, 'a KMS client uses the setup key of its system; give the KMS key to a host'),
    toParameters: () => ({ type: 'kms' }),
  },
  mak: {
    meaning: 'each machine with Microsoft',
    check: (choice, machines, known, report) => {
      checkMak(choice, machines?.os, known, report);
      if (choice.by !== undefined && !isChannel(choice.by))
        report.atValue('by', 'unknown-value', `with \`method: mak\`, \`by\` is ${alternatives(CHANNELS)}`);
    },
    toParameters: ({ key, by = 'internet' }) => ({ type: 'mak', key: given(key), by: by as Channel }),
  },
  'mak-proxy': {
    meaning: 'a VAMT for the machines',
    check: (choice, machines, known, report) => {
      checkMak(choice, machines?.os, known, report);
      if (choice.by === undefined || isChannel(choice.by))
        report.atValue('by', 'missing-key', '`method: mak-proxy` needs `by`, the name of a VAMT');
    },
    toParameters: ({ key, by }) => ({ type: 'mak-proxy', key: given(key), vamt: given(by) }),
  },
  avma: {
    meaning: 'the activated Hyper-V host that they run on (AVMA)',
    check: (choice, machines, _known, report) => {
      refuseMakKeys(choice, report);
      if (choice.on === undefined)
        report.atValue(
          'on',
          'missing-key',
          '`method: avma` needs `on`, the machine group of the Hyper-V hosts',
        );
      if (machines?.virtual === false)
        report.atKey(
          'method',
          'invalid-value',
          '`method: avma` is for virtual machines',
          'write `virtual: true`',
        );
    },
    toParameters: ({ on }) => ({ type: 'avma', on: given(on) }),
  },
  none: {
    meaning: 'not at all: unmanaged (also for a subscription, or tokens of a public key infrastructure)',
    check: (choice, _machines, _known, report) => refuseKeys(choice, report),
    toParameters: () => ({ type: 'none' }),
  },
};

export const METHOD_NAMES = Object.keys(METHODS) as [Method, ...Method[]];

/** The keys that say how machines are activated: in a machine group, and in a `convert` of the timeline. */
export const methodKeys = {
  method: z
    .enum(METHOD_NAMES)
    .describe(
      `Who activates them: ${METHOD_NAMES.map((name) => `\`${name}\` ${METHODS[name].meaning}`).join(', ')}.`,
    ),
  key: reference('key', [], 'the name of a MAK')
    .optional()
    .describe('The MAK, with the methods `mak` and `mak-proxy`.'),
  by: reference('VAMT', CHANNELS)
    .optional()
    .describe(
      'With `mak`: `internet` (the default) or `telephone`; with `mak-proxy`: the name of the VAMT that does it.',
    ),
  on: reference('machine group')
    .optional()
    .describe(
      'With `avma`: the machine group of the Hyper-V hosts that they run on, of Server 2012 R2 Datacenter or later; default: none.',
    ),
};

/** Reports what contradicts the method of a choice. */
export function checkMethod(
  choice: MethodChoice,
  machines: KnownMachines | undefined,
  known: KnownEntries,
  report: EntryReport,
): void {
  METHODS[choice.method].check(choice, machines, known, report);
}

/** The model's form of a choice that was checked. */
export function methodParameters(choice: MethodChoice): MethodParameters {
  return METHODS[choice.method].toParameters(choice);
}

function refuseKeys(choice: MethodChoice, report: EntryReport, help?: string): void {
  refuseMakKeys(choice, report, help);
  refuseOn(choice, report);
}

function refuseOn({ method, on }: MethodChoice, report: EntryReport): void {
  if (on !== undefined) report.atKey('on', 'unused-key', `\`on\` cannot be used with \`method: ${method}\``);
}

function refuseMakKeys({ method, key, by }: MethodChoice, report: EntryReport, help?: string): void {
  if (key !== undefined)
    report.atKey('key', 'unused-key', `\`key\` cannot be used with \`method: ${method}\``, help);
  if (by !== undefined) report.atKey('by', 'unused-key', `\`by\` cannot be used with \`method: ${method}\``);
}

function checkMak(
  choice: MethodChoice,
  os: SystemName | undefined,
  known: KnownEntries,
  report: EntryReport,
): void {
  const { method, key: name } = choice;
  refuseOn(choice, report);
  if (name === undefined) {
    report.atValue('key', 'missing-key', `\`method: ${method}\` needs \`key\`, the name of a MAK`);
    return;
  }
  const key = known.key(name);
  if (key === undefined) return;
  if (key.type !== 'mak') {
    const message = `\`method: ${method}\` needs a MAK, and ${quoted(name)} is a KMS key`;
    report.atValue('key', 'wrong-key-type', message);
    return;
  }
  const needed = os && clientSideOf(os).keyGroup;
  if (needed === undefined || needed === key.group) return;
  const groups = `${quoted(name)} is for \`${key.group}\`, and \`${os}\` needs \`${needed}\``;
  report.atValue('key', 'wrong-key-group', `a MAK activates only its own group: ${groups}`);
}

function isChannel(by: string): boolean {
  return CHANNELS.some((channel) => channel === by);
}

/** @throws Error when the check of the method was left out */
function given(name: string | undefined): string {
  if (name === undefined) throw new Error('a method lacks what its check asks for');
  return name;
}
