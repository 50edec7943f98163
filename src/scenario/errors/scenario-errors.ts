import type { DiagnosticCollector } from '../../text/diagnostic-collector.ts';

/**
 * Every kind of error that a scenario can have, with what it means for readers who look a name up. A name stays as it
 * is once it is published: editors, scripts and exercises refer to it.
 */
export const SCENARIO_ERRORS = {
  'cannot-read-file':
    'A file does not exist, cannot be read, is too large or lies outside the permitted folders.',
  'not-text': 'The file is not text.',
  'empty-file': 'The file has no content.',
  'yaml-syntax': 'The text is not YAML.',
  'yaml-feature': 'A part of YAML that the language leaves out: tags, merge keys, several documents.',
  'circular-alias': 'A YAML alias refers to a value that contains it.',
  'too-many-aliases': 'More YAML aliases, or values that they repeat, than any scenario needs.',
  'too-deep': 'Maps and lists are nested too deeply.',
  'too-large': 'A collection, text or file is larger than any scenario needs.',
  'circular-extends': 'Files extend one another in a circle.',
  'long-extends': 'Too many files extend one another.',
  'invalid-path': 'The path of `--set` names no place of the scenario.',
  'unknown-key': 'The language has no such key at this place.',
  'misplaced-key': 'The language has this key, but not at this place.',
  'forbidden-key': 'A name that JavaScript reserves for its own objects.',
  'invalid-key': 'A key that is not a name.',
  'duplicate-key': 'A map has the same key more than once.',
  'missing-key': 'A key that is needed is not written.',
  'conflicting-keys': 'Keys that exclude each other are written together.',
  'unused-key': 'A key has no effect with the other values of its entry.',
  'wrong-type': 'A value is of another type: a list for a map, text for a number.',
  'unknown-value': 'A value is not one of those that the key can have.',
  'out-of-range': 'A number, duration or count is smaller or larger than the key allows.',
  'invalid-duration': 'A duration is not a number with a unit such as `90 min`, `2 h` or `7 d`.',
  'invalid-point': 'A point in time is neither a duration after the start nor an ISO 8601 date or date-time.',
  'invalid-date': 'A date does not exist or is not written as `2008-03-03`.',
  'invalid-time': 'A time of day is not written as `08:00`.',
  'invalid-weekdays': 'Days of the week are not written as `mon-fri` or `mon,wed,fri`.',
  'invalid-value': 'A value does not meet a rule of its key.',
  'duplicate-value': 'A list has the same value more than once.',
  'outside-the-run': 'A point in time is before the start of the run or more than 100 years after it.',
  'inconsistent-times': 'Times of one entry contradict each other.',
  'unknown-reference': 'Nothing has the name that is referred to.',
  'wrong-reference': 'A name refers to a thing of another kind.',
  'invalid-name': 'A name is empty, too long or has characters that names cannot have.',
  'reserved-name': 'A name that the language keeps for itself.',
  'duplicate-name': 'Two things have the same name.',
  'link-to-itself': 'A link connects a network to itself.',
  'wrong-key-type': 'A KMS key where a MAK is needed, or the other way round.',
  'wrong-key-group': 'A MAK of another product key group than the computers that it is for.',
  'wrong-count': 'A count contradicts the number of computers.',
  'unknown-figure': 'A figure that no run of the estate has.',
  'forbidden-change': 'An answer changes what its exercise does not let it change.',
  'unusable-try': 'The change that a lesson suggests cannot be made.',
  'no-validation': 'An online validation of a system that has none.',
} as const satisfies Readonly<Record<string, string>>;

export type ScenarioErrorName = keyof typeof SCENARIO_ERRORS;

/** Collects the errors of a scenario. */
export type ScenarioDiagnostics = DiagnosticCollector<ScenarioErrorName>;
