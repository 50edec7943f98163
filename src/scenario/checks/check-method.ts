import type { KeyGroup } from '../../model/definitions/key-groups.ts';
import { clientSideOf } from '../../model/definitions/system-lookups.ts';
import type { SystemName } from '../../model/definitions/systems.ts';
import { alternatives } from '../../text/nearest.ts';
import type { DiagnosticCollector } from '../document/diagnostic-collector.ts';
import { type Entry, keyPlaceIn, type ParsedScenario, placeIn } from '../parsing/parsed-scenario.ts';
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
  declared: ParsedScenario,
  problems: DiagnosticCollector,
): void {
  const { method, key, by } = entry.value;
  if (method === 'kms' || method === 'none') {
    if (key !== undefined) problems.report(keyPlaceIn(entry, 'key'), WITHOUT_KEY[method]);
    if (by !== undefined)
      problems.report(keyPlaceIn(entry, 'by'), `\`by\` does not go with \`method: ${method}\``);
    return;
  }
  checkMak(entry, os, declared, problems);
  if (method === 'mak' && by !== undefined && !isChannel(by)) {
    problems.report(placeIn(entry, 'by'), `\`method: mak\` is done by ${alternatives(CHANNELS)}`);
  }
  if (method === 'mak-proxy' && (by === undefined || isChannel(by))) {
    problems.report(placeIn(entry, 'by'), '`method: mak-proxy` needs `by`, the name of a VAMT');
  }
}

const WITHOUT_KEY = {
  kms: 'a KMS client takes no `key`: it has the setup key of its system; the KMS key is given to a host',
  none: '`key` does not go with `method: none`',
};

function checkMak(
  entry: Entry<MethodChoice>,
  os: SystemName | undefined,
  { sections }: ParsedScenario,
  problems: DiagnosticCollector,
): void {
  const { method, key: keyName } = entry.value;
  if (keyName === undefined) {
    problems.report(placeIn(entry, 'key'), `\`method: ${method}\` needs \`key\`, the name of a MAK`);
    return;
  }
  const key = sections.keys.get(keyName)?.value;
  if (key === undefined) return;
  if (key.type !== 'mak') {
    problems.report(placeIn(entry, 'key'), `\`method: ${method}\` needs a MAK; \`${keyName}\` is a KMS key`);
  } else if (os !== undefined && clientSideOf(os).keyGroup !== key.group) {
    problems.report(placeIn(entry, 'key'), wrongGroup(keyName, key.group, os));
  }
}

function wrongGroup(keyName: string, keyGroup: KeyGroup, os: SystemName): string {
  return `a MAK activates its own group only: \`${keyName}\` is for \`${keyGroup}\`, \`${os}\` is of \`${clientSideOf(os).keyGroup}\``;
}

function isChannel(by: string): boolean {
  return CHANNELS.some((channel) => channel === by);
}
