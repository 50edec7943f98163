import { COUNT_WARNINGS } from './count-warnings.ts';
import { DIRECTORY_WARNINGS } from './directory-warnings.ts';
import { DISCOVERY_WARNINGS } from './discovery-warnings.ts';
import type { Finding, Subject, WarningKind } from './finding.ts';
import { GENERATION_WARNINGS } from './generation-warnings.ts';
import { HOST_WARNINGS } from './host-warnings.ts';
import { KEY_WARNINGS } from './key-warnings.ts';
import { OFFICE_WARNINGS } from './office-warnings.ts';
import { RUN_WARNINGS } from './run-warnings.ts';

/** Every kind of warning by its name: a design is valid and will hurt. */
export const WARNINGS = {
  ...DISCOVERY_WARNINGS,
  ...HOST_WARNINGS,
  ...GENERATION_WARNINGS,
  ...OFFICE_WARNINGS,
  ...COUNT_WARNINGS,
  ...KEY_WARNINGS,
  ...RUN_WARNINGS,
  ...DIRECTORY_WARNINGS,
} as const satisfies Record<string, WarningKind>;

export type WarningName = keyof typeof WARNINGS;

export const WARNING_NAMES = Object.keys(WARNINGS) as WarningName[];

/** A place of a design that a kind of warning is about. */
export interface Warning extends Finding {
  readonly name: WarningName;
}

/** Everything that a design is warned of, kind by kind. */
export function warningsOf(subject: Subject): Warning[] {
  return WARNING_NAMES.flatMap((name) => WARNINGS[name].check(subject).map((found) => ({ name, ...found })));
}
