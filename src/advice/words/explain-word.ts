import { Code, formatCode } from '../../model/definitions/codes.ts';
import { CONDITION_NAMES } from '../../model/definitions/conditions.ts';
import type { Rule } from '../../model/definitions/rule.ts';
import { RULES } from '../../model/definitions/rules.ts';
import { formatDuration } from '../../text/duration.ts';
import { groupThousands } from '../../text/numbers.ts';
import { sourceOf } from '../warnings/finding.ts';
import { WARNING_NAMES, WARNINGS } from '../warnings/warnings.ts';
import { CODE_MEANINGS, OTHER_CODE_MEANINGS } from './codes.ts';
import { CONDITION_MEANINGS } from './conditions.ts';

/** What a word means. */
export interface WordMeaning {
  readonly word: string;
  readonly kind: 'warning' | 'code' | 'condition' | 'rule';
  /** Whole sentences. */
  readonly meaning: string;
  readonly source: string;
}

/**
 * The meaning of the name of a warning, a code, a condition or a rule of `policy`, also as `policy.RULE`; `null` when it
 * is none.
 */
export function explainWord(word: string): WordMeaning | null {
  const wanted = word.toLowerCase();
  const rule = wanted.startsWith('policy.') ? wanted.slice('policy.'.length) : null;
  return (
    ALL.find((known) =>
      rule === null
        ? known.word.toLowerCase() === wanted
        : known.kind === 'rule' && known.word.toLowerCase() === rule,
    ) ?? null
  );
}

/** Every word that has a meaning here. */
export function knownWords(): string[] {
  return ALL.map(({ word }) => word);
}

const CODE_NAMES = Object.keys(Code) as (keyof typeof Code)[];

const ALL: readonly WordMeaning[] = [
  ...WARNING_NAMES.map((word): WordMeaning => {
    const { explanation } = WARNINGS[word];
    return { word, kind: 'warning', meaning: explanation, source: sourceOf(WARNINGS[word]) };
  }),
  ...CODE_NAMES.map(
    (name): WordMeaning => ({ word: formatCode(Code[name]), kind: 'code', ...CODE_MEANINGS[name] }),
  ),
  ...Object.entries(OTHER_CODE_MEANINGS).map(
    ([word, meaning]): WordMeaning => ({ word, kind: 'code', ...meaning }),
  ),
  ...CONDITION_NAMES.map((word): WordMeaning => ({ word, kind: 'condition', ...CONDITION_MEANINGS[word] })),
  ...Object.entries<Rule>(RULES).map(
    ([word, rule]): WordMeaning => ({
      word,
      kind: 'rule',
      meaning: `${rule.meaning} ${isAssumed(rule) ? 'Assumed' : 'Published'}: ${shownValue(rule)}. A scenario changes it with \`policy.${word}\`.`,
      source: rule.source,
    }),
  ),
];

/** Whether no source states the number of a rule. */
function isAssumed({ source }: Rule): boolean {
  return source.startsWith('Assumption');
}

function shownValue({ value, unit }: Rule): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return unit === 'minutes' ? formatDuration(value) : groupThousands(value);
}
