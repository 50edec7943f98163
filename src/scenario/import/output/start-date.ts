import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import { FAMILIES, type Family } from '../../../model/definitions/families.ts';
import { OFFICE, type OfficeVersion } from '../../../model/definitions/office.ts';
import { systemOf } from '../../../model/definitions/system-lookups.ts';
import { isoDate, weekdayOf } from '../basics/dates.ts';
import type { ScenarioPlan } from './planned.ts';

/**
 * The days from which on Microsoft supports a generation: "Start Date" of its page in Microsoft Lifecycle. `null`: launched
 * before the default start of a scenario (Server 2008 on 2008-02-27), which is late enough.
 */
const AVAILABLE: Readonly<Record<Family, string | null>> = {
  vista: null,
  'server-2003': null,
  'server-2008': null,
  'windows-7': '2009-10-22',
  'server-2008-r2': '2009-10-22',
  'windows-8': '2012-10-30',
  'server-2012': '2012-10-30',
  'windows-8.1': '2013-11-13',
  'server-2012-r2': '2013-11-25',
  'windows-10': '2015-07-29',
  'server-2016': '2016-10-15',
  'server-2019': '2018-11-13',
  'windows-11': '2021-10-04',
  'server-2022': '2021-08-18',
  'server-2025': '2024-11-01',
};

/** The same of versions of Office. */
const OFFICE_AVAILABLE: Readonly<Record<OfficeVersion, string>> = {
  2010: '2010-07-15',
  2013: '2013-01-09',
  2016: '2015-09-22',
  2019: '2018-09-24',
  2021: '2021-09-16',
  2024: '2024-09-16',
};

/** Where a scenario begins whose files have no times. */
export interface StartDate {
  /** An ISO date. */
  readonly date: string;
  /** Why; a sentence. */
  readonly note: string;
}

/**
 * The first Monday, as the default start is one, on which the newest system or Office of an estate could be had: it never
 * depends on the day of the import.
 *
 * @returns `null` where the default start is late enough
 */
export function startDate({ groups, hosts }: Pick<ScenarioPlan, 'groups' | 'hosts'>): StartDate | null {
  const families = [...groups.map(({ edition }) => edition), ...hosts.map(({ edition }) => edition)].map(
    (edition) => systemOf(edition).family,
  );
  const offices = groups.flatMap(({ office }) => (office === null ? [] : [office]));
  const found = [
    ...families.map((family) => ({ title: FAMILIES[family].title, since: AVAILABLE[family] ?? '' })),
    ...offices.map((version) => ({ title: OFFICE[version].title, since: OFFICE_AVAILABLE[version] })),
  ];
  const newest = found.reduce((latest, one) => (one.since > latest.since ? one : latest), NOTHING);
  if (newest.since === '') return null;
  const date = mondayFrom(newest.since);
  return {
    date,
    note: `No file has times of requests: the scenario begins on ${date}, the first Monday with ${newest.title}, the newest that is in it.`,
  };
}

const NOTHING = { title: '', since: '' };

function mondayFrom(date: string): string {
  const day = Date.parse(date) / 60_000;
  return isoDate(day + ((7 - weekdayOf(day)) % 7) * MINUTES_PER_DAY);
}
