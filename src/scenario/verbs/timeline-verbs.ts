import { HOST_VERBS } from './host-verbs.ts';
import { MACHINE_VERBS } from './machine-verbs.ts';
import { OUTAGE_VERBS } from './outage-verbs.ts';
import type { Verb, VerbName } from './verb.ts';

/**
 * What may happen to the estate, by the key that says it, in the order of the reference. An action of the model without its
 * verb here does not compile, nor does a verb without its check or its conversion.
 */
export const TIMELINE_VERBS = {
  down: OUTAGE_VERBS.down,
  block: OUTAGE_VERBS.block,
  move: HOST_VERBS.move,
  convert: MACHINE_VERBS.convert,
  rebuild: MACHINE_VERBS.rebuild,
  retire: MACHINE_VERBS.retire,
  grant: HOST_VERBS.grant,
  raise: HOST_VERBS.raise,
  rekey: HOST_VERBS.rekey,
  validate: MACHINE_VERBS.validate,
  activate: MACHINE_VERBS.activate,
  rearm: MACHINE_VERBS.rearm,
  point: MACHINE_VERBS.point,
  unpublish: HOST_VERBS.unpublish,
  update: HOST_VERBS.update,
  upgrade: MACHINE_VERBS.upgrade,
  relocate: MACHINE_VERBS.relocate,
  join: MACHINE_VERBS.join,
  leave: MACHINE_VERBS.leave,
} satisfies { readonly [Name in VerbName]: Verb<Name> };

/** The schemas of the verbs' entries, by verb. */
export const TIMELINE_SCHEMAS = Object.fromEntries(
  Object.entries(TIMELINE_VERBS).map(([name, { schema }]) => [name, schema]),
) as { readonly [Name in VerbName]: (typeof TIMELINE_VERBS)[Name]['schema'] };
