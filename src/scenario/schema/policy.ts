import * as z from 'zod';
import type { Rule } from '../../model/definitions/rule.ts';
import { RULES, type Rules } from '../../model/definitions/rules.ts';
import { formatDuration } from '../../text/duration.ts';
import { duration } from './values.ts';

function ruleSchema({ value, unit, range, meaning, source }: Rule) {
  const description = `${meaning} ${source}.`;
  if (unit === 'switch') return z.boolean().prefault(Boolean(value)).describe(description);
  const [least, most] = range ?? [0, Number.MAX_SAFE_INTEGER];
  const number = Number(value);
  return unit === 'count'
    ? z.int().min(least).max(most).prefault(number).describe(description)
    : duration(least, most).prefault(formatDuration(number)).describe(`${description} A duration.`);
}

/** Every published number of the model, by its name in the model. */
export const policySchema = z
  .strictObject(
    Object.fromEntries(Object.entries<Rule>(RULES).map(([name, rule]) => [name, ruleSchema(rule)])),
  )
  .transform((rules) => rules as Rules);
