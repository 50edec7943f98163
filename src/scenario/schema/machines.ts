import * as z from 'zod';
import { MINUTES_PER_DAY } from '../../engine/time.ts';
import { OFFICE_VERSIONS } from '../../model/definitions/office.ts';
import { HARDWARE_PARTS } from '../../model/definitions/parameters.ts';
import {
  CLIENT_SYSTEMS,
  familiesValidatedOnline,
  isSystemName,
} from '../../model/definitions/system-lookups.ts';
import { intervals } from './hosts.ts';
import { imageSchema } from './images.ts';
import { methodKeys } from './methods.ts';
import { reference } from './references.ts';
import { duration, durationOrRandom, pattern, point, text, timeOfDay } from './values.ts';
import { parseWeekdays, WEEKDAYS_PATTERN } from './weekdays.ts';

/** Machines in a scenario: what their columns and a run's tables may take of a computer's memory. */
export const MAX_MACHINES = 20_000_000;

export const GENUINE_RESULTS = ['genuine', 'non-genuine'] as const;

/** The message about an online validation of any other system. */
export const NOT_VALIDATED = `only ${familiesValidatedOnline().join(' and ')} is validated online`;

/** Closed times of a group: a century of holidays. */
const MAX_CLOSED = 2_000;

const installSchema = z.strictObject({
  at: point()
    .prefault('0 d')
    .describe('When the first is installed: a duration after the start, or a date or date-time.'),
  over: duration(0).prefault('0 d').describe('The duration over which the installations are spread.'),
  order: z.enum(['even', 'random']).prefault('even').describe('Whether they are spread evenly or at random.'),
});

const uptimeSchema = z.union(
  [
    z.enum(['always', 'office-hours']),
    z.strictObject({
      days: pattern('days such as `mon-fri`', WEEKDAYS_PATTERN, parseWeekdays)
        .prefault('mon-fri')
        .describe('Days on which a machine is switched on, such as `mon-fri`, `mon,wed,fri` or `all`.'),
      on: timeOfDay().prefault('08:00').describe('When it is switched on, as HH:MM.'),
      off: timeOfDay()
        .prefault('18:00')
        .describe('When it is switched off, as HH:MM; the next morning if this is before `on`.'),
      jitter: duration(0, MINUTES_PER_DAY)
        .prefault('30 min')
        .describe('Each machine keeps its own hours later by up to this duration.'),
      closed: z
        .array(
          z.strictObject({
            from: point().describe('When it begins: a duration after the start, or a date or date-time.'),
            for: duration().describe('How long it lasts; a duration.'),
          }),
        )
        .max(MAX_CLOSED)
        .prefault([])
        .describe('Times in which none is on, such as holidays.'),
    }),
  ],
  { error: 'expected `always`, `office-hours` or a map such as `{ days: mon-fri, on: 08:00, off: 18:00 }`' },
);

const connectsSchema = z.strictObject({
  every: duration().describe('From one connection to the next; a duration.'),
  for: duration().describe('How long a connection lasts; a duration.'),
  first: durationOrRandom()
    .prefault('random')
    .describe('From the installation to the first connection: a duration, or `random` within `every`.'),
});

const hardwareChangeSchema = z.strictObject({
  every: duration().describe("From one change of a machine's hardware to the next; a duration."),
  part: z.enum(HARDWARE_PARTS).describe('What is replaced.'),
  chance: z
    .number()
    .min(0)
    .max(1)
    .prefault(1)
    .describe('How likely it is, from 0 to 1, that a change happens when its time comes.'),
});

const genuineSchema = z.strictObject({
  validate: point().describe(
    'When the group is validated online: a duration after the start, or a date or date-time.',
  ),
  result: z.enum(GENUINE_RESULTS).describe('What the validation finds.'),
});

/** A group of like computers. */
export const machinesSchema = z.strictObject({
  count: z
    .int()
    .min(1)
    .max(MAX_MACHINES)
    .optional()
    .describe('How many machines; default: the number of `names`.'),
  names: z
    .array(text('the name of a machine'))
    .min(1, 'expected at least one name')
    .optional()
    .describe('Names of the machines; default: GROUP-0001 and so on.'),
  os: z
    .enum(CLIENT_SYSTEMS, {
      error: ({ input }) =>
        typeof input === 'string' && isSystemName(input)
          ? `\`${input}\` can only be the system of a KMS host`
          : undefined,
    })
    .describe('Their system.'),
  network: reference('network').describe('The network that they are on.'),
  domain: reference('domain')
    .optional()
    .describe(
      'The Active Directory domain that they are members of; it activates Windows 8, Server 2012 and later before any KMS host does; default: a workgroup.',
    ),
  virtual: z.boolean().prefault(false).describe('Whether they are virtual machines.'),
  ...methodKeys,
  method: methodKeys.method.prefault('kms'),
  host: reference('KMS host')
    .optional()
    .describe('A KMS host set by hand, which turns discovery off; default: discovery.'),
  office: z
    .literal(OFFICE_VERSIONS, `expected ${OFFICE_VERSIONS.join(', ')}`)
    .optional()
    .describe(
      'The volume edition of Office that is installed with them: it is activated by KMS for itself, with a count of its own on each host (5), 30 days of grace, and a host that has its key; default: none.',
    ),
  officeHost: reference('KMS host')
    .optional()
    .describe(
      'A KMS host set by hand for Office (`ospp.vbs /sethst`); `host` is for Windows only; default: discovery.',
    ),
  cacheHost: z
    .boolean()
    .optional()
    .describe(
      'Whether a host that answered is asked again first (`slmgr /skhc`, `/ckhc`); without it DNS is asked at every contact, so that priority and weight of the hosts count each time; default: true.',
    ),
  kmsDomain: reference('DNS zone')
    .optional()
    .describe(
      'The DNS zone that they ask for KMS hosts instead of that of their network (`slmgr /skms-domain`); a `host` set by hand comes before it; default: that of their network.',
    ),
  install: installSchema.prefault({}).describe('When they are installed.'),
  uptime: uptimeSchema
    .prefault('always')
    .describe('When they are on; `office-hours` is mon-fri, 08:00 to 18:00, jitter 30 min.'),
  connects: connectsSchema
    .optional()
    .describe('When roaming and VPN computers are connected; default: always.'),
  image: imageSchema
    .prefault('generalized')
    .describe(
      'What they are installed from: `generalized` gives each a CMID of its own, `cloned` is `{ cmid: shared }`.',
    ),
  rearm: z
    .enum(['never', 'at-expiry'])
    .prefault('never')
    .describe('Whether a machine whose grace ends is rearmed while rearms are left.'),
  rebuild: z
    .strictObject({
      every: duration().describe('From one installation of a machine to the next; a duration.'),
    })
    .optional()
    .describe('How often each is reinstalled; default: never.'),
  hardwareChange: hardwareChangeSchema.optional().describe('Changes of their hardware; default: none.'),
  genuine: genuineSchema
    .optional()
    .describe(
      `An online validation by Windows Genuine Advantage (${familiesValidatedOnline().join(', ')} only); default: none.`,
    ),
  ...intervals,
});

/** How many machines a group has; without `count` as many as `names`. */
export function machinesIn({
  count,
  names,
}: Pick<z.output<typeof machinesSchema>, 'count' | 'names'>): number {
  return count ?? names?.length ?? 0;
}
