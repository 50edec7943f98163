/**
 * The tables of a run and their columns, once: the files' header lines and the documentation are made from
 * this. New columns go to the right; none is renamed or dropped.
 */

/** What a row of a table is, and by column what a cell holds. */
export interface TableDescription {
  readonly row: string;
  readonly columns: Readonly<Record<string, string>>;
}

const MINUTE = 'minutes since the start';
const TIME = 'local date and time, ISO 8601';
const DAY = 'day of the run, from 0';
const DATE = 'date of the day, ISO 8601';
const MINUTES_IN = (condition: string) => `minutes spent in ${condition} until the end of the run`;
const AT_END_OF_DAY = (condition: string) => `of these, machines in ${condition}`;

export const TABLES = {
  'events.csv': {
    row: 'a thing that happened',
    columns: {
      minute: MINUTE,
      time: TIME,
      event: 'what happened',
      subject: 'the machine, host, zone, network, link or key that it happened to',
      group: 'group of the machine',
      network: 'network of the machine or host',
      host: 'KMS host that a machine asked',
      count: 'count that the host answered with',
      condition: 'license condition afterwards',
      previous: 'license condition before',
      code: 'code that Windows would log',
      detail: 'the zone, service or channel concerned',
    },
  },
  'machines.csv': {
    row: 'a machine at the end',
    columns: {
      machine: 'name',
      group: 'its group',
      network: 'its network',
      os: 'its system',
      virtual: 'yes or no',
      method: 'how it is activated',
      condition: 'license condition at the end; empty before installation and after retirement',
      condition_since_minute: 'since when it is in that condition',
      licensed_until_minute: 'when its license ends; empty when it is not licensed for a limited time',
      installed_minute: 'first installation',
      first_licensed_minute: 'first passage into Licensed; empty if never',
      activations: 'passages into Licensed',
      renewals: 'successful contacts while Licensed',
      failed_attempts: 'contacts that found no host or were refused',
      licensed_minutes: MINUTES_IN('Licensed'),
      oob_grace_minutes: MINUTES_IN('OOBGrace'),
      oot_grace_minutes: MINUTES_IN('OOTGrace'),
      non_genuine_grace_minutes: MINUTES_IN('NonGenuineGrace'),
      notification_minutes: MINUTES_IN('Notification'),
      unlicensed_minutes: MINUTES_IN('Unlicensed'),
      count_too_low: 'contacts that were answered with a count below its threshold',
      retired_minute: 'when it left the estate; empty if it did not',
    },
  },
  'daily.csv': {
    row: 'a group at the end of a day',
    columns: {
      day: DAY,
      date: DATE,
      group: 'the group',
      installed: 'machines installed and not retired',
      licensed: AT_END_OF_DAY('Licensed'),
      oob_grace: AT_END_OF_DAY('OOBGrace'),
      oot_grace: AT_END_OF_DAY('OOTGrace'),
      non_genuine_grace: AT_END_OF_DAY('NonGenuineGrace'),
      notification: AT_END_OF_DAY('Notification'),
      unlicensed: AT_END_OF_DAY('Unlicensed'),
    },
  },
  'hosts.csv': {
    row: 'a KMS host at the end of a day, from the day it is online',
    columns: {
      day: DAY,
      date: DATE,
      host: 'the host',
      condition: 'its own license condition',
      count: 'CMID records that it holds',
      capacity: 'CMID records that it keeps at most; 0 before the first request',
      requests: 'requests that reached it that day',
      activations: 'of these, clients that passed into Licensed',
      renewals: 'of these, clients that renewed',
      refusals: 'of these, refused: the host is not activated, or its key or system cannot serve the client',
    },
  },
  'keys.csv': {
    row: 'a key at the end of a day',
    columns: {
      day: DAY,
      date: DATE,
      key: 'the key',
      type: 'kms or mak',
      used: 'activations with Microsoft so far',
      remaining: "activations left: of a MAK's pool, or of all hosts of a KMS key",
    },
  },
  'microsoft.csv': {
    row: 'a message that left for Microsoft',
    columns: {
      minute: MINUTE,
      time: TIME,
      sender: 'who sent it',
      reason: 'what for',
      key: 'the key concerned',
      via: 'internet, telephone or removable-media',
      result: 'accepted, refused, or how many of them were accepted',
      computers: 'computers that it was sent for',
      carries: 'what it tells Microsoft, named and not valued',
    },
  },
} as const satisfies Record<string, TableDescription>;

export type TableName = keyof typeof TABLES;

/** The header line of a table. */
export function columnsOf(table: TableName): string[] {
  return Object.keys(TABLES[table].columns);
}
