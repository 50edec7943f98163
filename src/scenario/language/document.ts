import * as z from 'zod';
import { costSchema } from '../schema/cost.ts';
import { domainSchema } from '../schema/domains.ts';
import { exerciseSchema } from '../schema/exercises.ts';
import { COMPARISON_TITLES, COMPARISONS } from '../schema/expectations.ts';
import { failureSchema } from '../schema/failures.ts';
import { hostSchema } from '../schema/hosts.ts';
import { withHelp } from '../schema/issue-text.ts';
import { keySchema } from '../schema/keys.ts';
import { lessonSchema } from '../schema/lessons.ts';
import { machinesSchema } from '../schema/machines.ts';
import { linkSchema, networkSchema, zoneSchema } from '../schema/networks.ts';
import { policySchema } from '../schema/policy.ts';
import { FAILING, OUTSIDE, reference } from '../schema/references.ts';
import type { Section } from '../schema/sections.ts';
import { STANDARDS } from '../schema/standards.ts';
import { date, duration, MAX_TEXT, NAME_PATTERN, NAME_RULE, text } from '../schema/values.ts';
import { vamtSchema } from '../schema/vamts.ts';
import { TIMELINE_SCHEMAS } from '../verbs/timeline-verbs.ts';
import { VERB_TITLES } from '../verbs/verb-titles.ts';

const name = z
  .string()
  .regex(new RegExp(NAME_PATTERN))
  .meta({ title: 'name', description: `Your name for it: ${NAME_RULE}.`, errorMessage: NAME_RULE });

function collection<Entry extends z.ZodType>(schema: Entry, description: string) {
  return z.record(name, schema).prefault({}).describe(description);
}

const SEED_EXPECTED = 'expected a number or text';

/** Keys that describe the run, with their schemas. */
export const settingSchemas = {
  title: text().optional().describe("What the scenario is called; default: its file's name without ending."),
  description: text().optional().describe('What it is about, for its readers; default: nothing.'),
  start: date().prefault('2008-03-03').describe('The day of minute 0, which is its 00:00; an ISO date.'),
  duration: duration().prefault(STANDARDS.duration).describe('How long the run is; a duration.'),
  seed: z
    .union([z.number(), z.string().min(1, SEED_EXPECTED)], { error: SEED_EXPECTED })
    .refine((seed) => !(Math.abs(Number(seed)) > Number.MAX_SAFE_INTEGER && typeof seed === 'number'), {
      error: withHelp('this number has too many digits', 'write it in quotes'),
    })
    .prefault(STANDARDS.seed)
    .describe('The number or text that the random draws begin with.'),
  policy: policySchema
    .prefault({})
    .describe('The published numbers of Volume Activation 2.0, each of which may be changed here.'),
  failures: z
    .record(reference(FAILING, OUTSIDE), failureSchema)
    .prefault({})
    .describe(
      'Random failures by the name of what fails: a host, link, network, DNS zone, `microsoft` or `internet`.',
    ),
  accept: z
    .record(z.string().regex(new RegExp(NAME_PATTERN)), text())
    .prefault({})
    .describe('Warnings by name that the planner has weighed, with the reason: they are counted, not shown.'),
  cost: costSchema.optional().describe('What things cost; default: nothing is priced.'),
  lesson: lessonSchema
    .optional()
    .describe(
      'What the scenario asks and teaches as a lesson, for `vasim lesson`; it changes no result; default: it is none.',
    ),
  exercise: exerciseSchema
    .optional()
    .describe(
      'A task that is solved by changing this scenario, for `vasim grade`; it changes no result; default: it is none.',
    ),
  equivalence: z
    .record(z.string().min(1).max(MAX_TEXT), z.number().min(0))
    .optional()
    .describe(
      'For `compare`, by figure: by how much a design may be worse without mattering, in the unit of the figure; then it may be said to be no worse. Those of the first design count; default: none.',
    ),
};

/** The schema of one entry of each collection. */
export const entrySchemas = {
  networks: networkSchema,
  links: linkSchema,
  dns: zoneSchema,
  keys: keySchema,
  hosts: hostSchema,
  machines: machinesSchema,
  vamt: vamtSchema,
  domains: domainSchema,
} satisfies Readonly<Record<Section, z.ZodType>>;

/** A list of entries of several kinds, each with a title for editors, which offer whole entries by it. */
function listOfKinds<Kind extends string, Entry extends z.ZodObject>(
  schemas: Readonly<Record<Kind, Entry>>,
  titles: Readonly<Record<Kind, string>>,
) {
  const kinds = Object.entries<Entry>(schemas) as [Kind, Entry][];
  return z
    .array(z.union(kinds.map(([kind, schema]) => schema.meta({ title: `${kind}: ${titles[kind]}` }))))
    .prefault([]);
}

/** The collections of the document. */
const sectionSchemas = {
  networks: collection(entrySchemas.networks, 'Networks by name; computers on one network reach each other.'),
  links: collection(entrySchemas.links, 'Ways from one network to another by name, opened by the client.'),
  dns: collection(entrySchemas.dns, 'DNS zones by name.'),
  keys: collection(entrySchemas.keys, 'Volume license keys by name.'),
  hosts: collection(entrySchemas.hosts, 'KMS hosts by name.'),
  machines: collection(entrySchemas.machines, 'Groups of like computers by name.'),
  vamt: collection(entrySchemas.vamt, 'Volume Activation Management Tools by name.'),
  domains: collection(
    entrySchemas.domains,
    'Active Directory domains by name, with the activation objects of their forests.',
  ),
} satisfies Readonly<Record<Section, z.ZodType>>;

/** A whole scenario file, for editors; loading checks it entry by entry. */
export const documentSchema = z.strictObject({
  extends: z
    .string()
    .min(1)
    .max(MAX_TEXT)
    .optional()
    .describe('The path of a scenario to start from; this file is laid over it (RFC 7396); default: none.'),
  ...settingSchemas,
  ...sectionSchemas,
  designs: z
    .record(name, z.looseObject({}))
    .optional()
    .describe('Variants of this scenario by name, each a merge patch over it (RFC 7396); default: none.'),
  timeline: listOfKinds(TIMELINE_SCHEMAS, VERB_TITLES).describe('What happens to the estate, and when.'),
  expect: listOfKinds(COMPARISONS, COMPARISON_TITLES).describe(
    "Figures that the run's exit status says to hold or not.",
  ),
});
