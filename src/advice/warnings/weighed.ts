import type { JsonValue } from '../../scenario/document/json.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Diagnostic, diagnosticAt } from '../../text/diagnostics.ts';
import { nearest } from '../../text/nearest.ts';
import { Design } from '../design/design.ts';
import { sourceOf } from './finding.ts';
import { WARNING_NAMES, WARNINGS, type WarningName, warningsOf } from './warnings.ts';

/** What a scenario is warned of. */
export interface WeighedWarnings {
  /** Warnings to be shown, by kind. */
  readonly shown: readonly Diagnostic[];
  /** How many are not shown: of kinds that the planner has weighed, as `accept` names them. */
  readonly accepted: number;
}

/** The key of a scenario that names what the planner has weighed. */
const ACCEPT = 'accept';

/** Everything that a scenario is warned of, with its places; what `accept` names is counted only. */
export function weighedWarnings(scenario: Scenario): WeighedWarnings {
  const { parameters, resolved, locate } = scenario;
  const accepted = acceptedNames(resolved[ACCEPT]);
  const warnings = warningsOf({ design: new Design(parameters), written: resolved });
  const shown = warnings
    .filter(({ name }) => !accepted.includes(name))
    .map(({ name, path, message, help }) =>
      diagnosticAt(locate(path), {
        name,
        severity: 'warning',
        message,
        help,
        source: sourceOf(WARNINGS[name]),
      }),
    );
  const unknown = accepted.filter((name) => !WARNING_NAMES.includes(name as WarningName));
  return {
    shown: [...unknown.map((name) => unknownName(name, scenario)), ...shown],
    accepted: warnings.length - shown.length,
  };
}

function acceptedNames(value: JsonValue | undefined): string[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}

function unknownName(name: string, { locate }: Scenario): Diagnostic {
  const meant = nearest(name, WARNING_NAMES);
  return diagnosticAt(locate([ACCEPT, name], 'key'), {
    name: 'unknown-warning',
    severity: 'warning',
    message: `no warning is named \`${name}\``,
    help: meant === undefined ? `names are \`${WARNING_NAMES.join('`, `')}\`` : `write \`${meant}\``,
  });
}
