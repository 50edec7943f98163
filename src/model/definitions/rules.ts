import { LATER_RULES } from './later-rules.ts';
import { count, days, hours, onOff, type Rule, type RuleUnit, time } from './rule.ts';

/**
 * Every published number of volume activation that the model uses, once, with its unit and source; those of
 * Windows 7 and later are in `later-rules.ts`. A scenario's `policy` may override each of them by name. Where no
 * source states a number the rule says that it is an assumption.
 */

const GUIDE = 'Planning Guide';
const ASSUMPTION = 'Assumption: no source states it';

/** What the Operations Guide lets an administrator set for both intervals: 15 minutes to 30 days. */
export const INTERVAL_RANGE: readonly [number, number] = [15, days(30)];

export const RULES = {
  vistaThreshold: count(
    25,
    'The count that a Windows Vista KMS client must be answered to activate.',
    `${GUIDE}, KMS Activation Thresholds`,
    [1, 100_000],
  ),
  serverThreshold: count(
    5,
    'The count that a Windows Server 2008 KMS client must be answered to activate.',
    `${GUIDE}, KMS Activation Thresholds`,
    [1, 100_000],
  ),
  countVirtualMachines: onOff(
    false,
    'Whether requests of virtual machines add to the count.',
    `${GUIDE}, KMS Activation Thresholds: no; hosts updated for Windows 7 count them`,
  ),
  recordLife: time(
    days(30),
    'How long a KMS host keeps the CMID record of a client after its latest request.',
    `${GUIDE}, Activation Count Cache`,
  ),
  recordsPerThreshold: count(
    2,
    'CMID records that a KMS host keeps, as a multiple of the largest threshold it was asked with.',
    `${GUIDE}, Activation Count Cache`,
    [1, 1000],
  ),
  activationInterval: time(
    hours(2),
    'How long a KMS client waits to try again when it was not activated or renewed.',
    `${GUIDE}, KMS Activation Thresholds; after a failed renewal: KMS Activation Timing and Discovery`,
    INTERVAL_RANGE,
  ),
  renewalInterval: time(
    days(7),
    'How long a KMS client waits after a success to renew its activation.',
    `${GUIDE}, KMS Activation Renewal`,
    INTERVAL_RANGE,
  ),
  activationValidity: time(
    days(180),
    'How long a KMS activation lasts from the latest success.',
    `${GUIDE}, KMS Activation Renewal`,
  ),
  vistaInitialGrace: time(
    days(30),
    'OOBGrace of Windows Vista: time to activate after installation.',
    `${GUIDE}, Appendix 2`,
  ),
  serverInitialGrace: time(
    days(60),
    'OOBGrace of Windows Server 2008: time to activate after installation.',
    `${GUIDE}, Appendix 2; one Microsoft blog says 30 days for all`,
  ),
  server2003InitialGrace: time(
    days(30),
    'Time that a KMS host on Windows Server 2003 has to be activated before it is in Notification.',
    ASSUMPTION,
  ),
  outOfToleranceGrace: time(
    days(30),
    'OOTGrace: time to activate again after a KMS activation lapsed or hardware changed.',
    'KB 925582 (Windows Vista); for Windows Server 2008 an assumption',
  ),
  publishInterval: time(
    days(1),
    'How often a KMS host publishes its SRV record again.',
    'Common troubleshooting procedures for KMS and DNS',
  ),
  hostActivationRetry: time(
    hours(2),
    'How long a KMS host that could not be activated with Microsoft waits to try again.',
    `${ASSUMPTION}; that of the activation interval is taken`,
  ),
  vistaRearms: count(
    3,
    'How often Windows Vista may be rearmed.',
    `${GUIDE}, Test/Development Labs`,
    [0, 100],
  ),
  vistaEnterpriseRearms: count(
    5,
    'How often Windows Vista Enterprise may be rearmed.',
    `${GUIDE}, Test/Development Labs; a press answer of 2007 says 3 for Vista generally`,
    [0, 100],
  ),
  serverRearms: count(
    3,
    'How often Windows Server 2008 may be rearmed.',
    `${GUIDE}, Test/Development Labs`,
    [0, 100],
  ),
  nonGenuineGrace: time(
    days(30),
    'NonGenuineGrace: time from the validation that found a Vista machine Non-Genuine to its end state.',
    'Operations Guide',
  ),
  makDiskOutOfTolerance: onOff(
    true,
    'Whether the replacement of its hard disk puts a MAK machine out of tolerance.',
    'KB 925582 says "a major hardware component"; that a disk is one is an assumption',
  ),
  makRetry: time(
    days(1),
    'How long a MAK machine waits to try again when Microsoft was not reached or the pool was empty.',
    ASSUMPTION,
  ),
  reminderInterval: time(
    days(1),
    'How often a user is reminded of a grace period until three days of it remain.',
    'What If Systems Are Not Activated (Windows 7); no schedule of the period is published',
  ),
  lateReminderInterval: time(
    hours(4),
    'How often a user is reminded in the third and second last day of a grace period.',
    'What If Systems Are Not Activated (Windows 7); no schedule of the period is published',
  ),
  lastDayReminderInterval: time(
    hours(1),
    'How often a user is reminded on the last day of a grace period.',
    'What If Systems Are Not Activated (Windows 7); no schedule of the period is published',
  ),
  balloonInterval: time(
    hours(1),
    'How often a balloon appears in Notification while the computer is in use.',
    `${GUIDE}, Appendix 2`,
  ),
  shortestLogonDelay: count(
    15,
    'Seconds by which the dialog in Notification delays a logon at least.',
    `${GUIDE}, Appendix 2`,
    [0, 3600],
  ),
  longestLogonDelay: count(
    120,
    'Seconds by which the dialog in Notification delays a logon at most.',
    `${GUIDE}, Appendix 2`,
    [0, 3600],
  ),
  logonsPerDay: count(
    1,
    'Interactive logons a day and computer, for the count of interrupted logons.',
    ASSUMPTION,
    [0, 1000],
  ),
  hoursOfUse: count(
    8,
    'Hours a day that a computer is in use, for the count of balloons.',
    ASSUMPTION,
    [0, 24],
  ),
  telephoneCall: time(30, 'How long an activation by telephone takes an administrator.', ASSUMPTION, [
    1,
    days(30),
  ]),
  telephoneAgents: count(
    1,
    'Administrators who make the telephone calls, one call at a time each.',
    ASSUMPTION,
    [1, 10_000],
  ),
  ...LATER_RULES,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** The names of the rules of one unit. */
export type RuleNameOf<Unit extends RuleUnit> = {
  [Name in RuleName]: (typeof RULES)[Name]['unit'] extends Unit ? Name : never;
}[RuleName];

/** The rules in force in a run: each number in its unit (minutes, count) or the switch. */
export type Rules = {
  readonly [Name in RuleName]: (typeof RULES)[Name]['unit'] extends 'switch' ? boolean : number;
};

/** The published values of a table of rules. */
export function publishedValues(table: Readonly<Record<RuleName, Rule>>): Rules {
  return Object.fromEntries(Object.entries(table).map(([name, rule]) => [name, rule.value])) as Rules;
}

/** The published values. */
export const PUBLISHED_RULES: Rules = publishedValues(RULES);
