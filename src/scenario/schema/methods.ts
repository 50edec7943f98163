import * as z from 'zod';
import type { Channel, MethodParameters } from '../../model/definitions/parameters.ts';
import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import { alternatives } from '../../text/nearest.ts';
import { quoted } from '../../text/plain-text.ts';
import { CHANNELS } from './hosts.ts';
import type { EntryReport, KnownEntries } from './known.ts';
import { reference } from './references.ts';

export type Method = MethodParameters['type'];

/** How machines are to be activated, as it is written in a machine group or a `convert`. */
export interface MethodChoice {
  readonly method: Method;
  readonly key?: string;
  readonly by?: string;
}

/** What the language knows of a method. */
interface MethodRow<Type extends Method> {
  readonly meaning: string;
  /**
   * Reports what contradicts the method: keys that it does not use, lacks, or cannot use.
   *
   * @param os the system of the machines, where it is known
   */
  check(choice: MethodChoice, os: SystemName | undefined, known: KnownEntries, report: EntryReport): void;
  /** The model's form of a choice that was checked. */
  toParameters(choice: MethodChoice): Extract<MethodParameters, { readonly type: Type }>;
}

/** Every method: one that the model has and that has no row here does not compile. */
export const METHODS: { readonly [Type in Method]: MethodRow<Type> } = {
  kms: {
    meaning: 'a KMS host of the organization',
    check: (choice, _os, _known, report) =>
      refuseKeys(choice, report, 'a KMS client uses the setup key of its system; give the KMS key to a host'),
    toParameters: () => ({ type: 'kms' }),
  },
  mak: {
    meaning: 'each machine with Microsoft',
    check: (choice, os, known, report) => {
      checkMak(choice, os, known, report);
      if (choice.by !== undefined && !isChannel(choice.by))
        report.atValue('by', 'unknown-value', `with \`method: mak\`, \`by\` is ${alternatives(CHANNELS)}`);
    },
    toParameters: ({ key, by = 'internet' }) => ({ type: 'mak', key: given(key), by: by as Channel }),
  },
  'mak-proxy': {
    meaning: 'a VAMT for the machines',
    check: (choice, os, known, report) => {
      checkMak(choice, os, known, report);
      if (choice.by === undefined || isChannel(choice.by))
        report.atValue('by', 'missing-key', '`method: mak-proxy` needs `by`, the name of a VAMT');
    },
    toParameters: ({ key, by }) => ({ type: 'mak-proxy', key: given(key), vamt: given(by) }),
  },
  none: {
    meaning: 'not at all: unmanaged',
    check: (choice, _os, _known, report) => refuseKeys(choice, report),
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
};

/** Reports what contradicts the method of a choice. */
export function checkMethod(
  choice: MethodChoice,
  os: SystemName | undefined,
  known: KnownEntries,
  report: EntryReport,
): void {
  METHODS[choice.method].check(choice, os, known, report);
}

/** The model's form of a choice that was checked. */
export function methodParameters(choice: MethodChoice): MethodParameters {
  return METHODS[choice.method].toParameters(choice);
}

function refuseKeys({ method, key, by }: MethodChoice, report: EntryReport, help?: string): void {
  if (key !== undefined)
    report.atKey('key', 'unused-key', `\`key\` cannot be used with \`method: ${method}\``, help);
  if (by !== undefined) report.atKey('by', 'unused-key', `\`by\` cannot be used with \`method: ${method}\``);
}

function checkMak(
  { method, key: name }: MethodChoice,
  os: SystemName | undefined,
  known: KnownEntries,
  report: EntryReport,
): void {
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
