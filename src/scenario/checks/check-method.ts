import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import { alternatives } from '../../text/nearest.ts';
import { quoted } from '../../text/plain-text.ts';
import type { ScenarioDiagnostics } from '../errors/scenario-errors.ts';
import { type Entry, keyRangeIn, type ParsedScenario, rangeIn } from '../parsing/parsed-scenario.ts';
import { CHANNELS } from '../schema/hosts.ts';
import type { METHODS } from '../schema/machines.ts';

/** How machines are to be activated, as it is written in a machine group or a `convert`. */
export interface MethodChoice {
  readonly method: (typeof METHODS)[number];
  readonly key?: string;
  readonly by?: string;
}

/** Reports what does not go with a method: keys that it does not take, lacks, or cannot use. */
export function checkMethod(
  entry: Entry<MethodChoice>,
  os: SystemName | undefined,
  parsed: ParsedScenario,
  diagnostics: ScenarioDiagnostics,
): void {
  const { method, key, by } = entry.value;
  if (method === 'kms' || method === 'none') {
    if (key !== undefined) {
      const message = `\`key\` cannot be used with \`method: ${method}\``;
      diagnostics.error('unused-key', keyRangeIn(entry, 'key'), message, WITHOUT_KEY[method]);
    }
    if (by !== undefined)
      diagnostics.error(
        'unused-key',
        keyRangeIn(entry, 'by'),
        `\`by\` cannot be used with \`method: ${method}\``,
      );
    return;
  }
  checkMak(entry, os, parsed, diagnostics);
  if (method === 'mak' && by !== undefined && !isChannel(by)) {
    diagnostics.error(
      'unknown-value',
      rangeIn(entry, 'by'),
      `with \`method: mak\`, \`by\` is ${alternatives(CHANNELS)}`,
    );
  }
  if (method === 'mak-proxy' && (by === undefined || isChannel(by))) {
    diagnostics.error(
      'missing-key',
      rangeIn(entry, 'by'),
      '`method: mak-proxy` needs `by`, the name of a VAMT',
    );
  }
}

/** Help about a `key` that a method does not use. */
const WITHOUT_KEY = {
  kms: 'a KMS client uses the setup key of its system; give the KMS key to a host',
  none: undefined,
} as const;

function checkMak(
  entry: Entry<MethodChoice>,
  os: SystemName | undefined,
  { sections }: ParsedScenario,
  diagnostics: ScenarioDiagnostics,
): void {
  const { method, key: keyName } = entry.value;
  if (keyName === undefined) {
    diagnostics.error(
      'missing-key',
      rangeIn(entry, 'key'),
      `\`method: ${method}\` needs \`key\`, the name of a MAK`,
    );
    return;
  }
  const key = sections.keys.get(keyName)?.value;
  if (key === undefined) return;
  if (key.type !== 'mak') {
    diagnostics.error(
      'wrong-key-type',
      rangeIn(entry, 'key'),
      `\`method: ${method}\` needs a MAK, and ${quoted(keyName)} is a KMS key`,
    );
  } else if (os !== undefined && clientSideOf(os).keyGroup !== key.group) {
    diagnostics.error('wrong-key-group', rangeIn(entry, 'key'), wrongGroup(keyName, key.group, os));
  }
}

function wrongGroup(keyName: string, keyGroup: KeyGroup, os: SystemName): string {
  return `a MAK activates only its own group: ${quoted(keyName)} is for \`${keyGroup}\`, and \`${os}\` needs \`${clientSideOf(os).keyGroup}\``;
}

function isChannel(by: string): boolean {
  return CHANNELS.some((channel) => channel === by);
}
