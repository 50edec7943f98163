import { alternatives } from '../../../text/nearest.ts';
import { shown } from '../basics/shown.ts';
import { isFunction, isPlace } from './place-words.ts';

/** What decides the site of a computer. */
export interface SiteSource {
  /** As a column of sites has it; empty for none. */
  readonly site: string;
  /** Its organizational units, the one below the domain first. */
  readonly units: readonly string[];
}

/** The site of each computer, and why. */
export interface SiteChoice {
  readonly siteOf: (computer: SiteSource) => string;
  readonly notes: readonly string[];
}

/** Units that a note names. */
const MAX_NAMED = 4;
/** The share of units that must be named after places for all to be taken for sites. */
const MOST = 0.5;

/**
 * Decides what the networks are: the values of a column of sites; without one, organizational units that are named
 * after places; else one network. Units by function (`Workstations`, `Servers`, `Finance`) say nothing about the
 * network, and two networks without a link between them would cut clients off from their host.
 */
export function chooseSites(computers: readonly SiteSource[]): SiteChoice {
  const withSite = computers.filter(({ site }) => site !== '').length;
  if (withSite > 0) return { siteOf: ({ site }) => site, notes: siteNotes(computers.length - withSite) };
  const candidates = new Map(
    computers.map((computer) => [siteUnit(computer).toLowerCase(), siteUnit(computer)]),
  );
  candidates.delete('');
  const names = [...candidates.values()];
  if (names.length === 0 && computers.every(({ units }) => units.length === 0)) {
    return oneNetwork(
      'No column of sites or organizational units is recognized: all computers are on one network.',
    );
  }
  const places = names.filter(isPlace);
  const all = computers.every((computer) => siteUnit(computer) !== '');
  if (places.length > 0 && places.length >= names.length * MOST && (names.length > 1 || all)) {
    return {
      siteOf: siteUnit,
      notes: [
        'Sites are organizational units that are named after places. `--site-from COLUMN` takes a column instead.',
      ],
    };
  }
  const units = [...new Set(computers.flatMap(({ units: [first] }) => (first === undefined ? [] : [first])))];
  const named = `${alternatives(units.slice(0, MAX_NAMED).map(shown)).replace(/ or /, ' and ')}${units.length > MAX_NAMED ? ', ...' : ''}`;
  return oneNetwork(
    `Organizational units (${named}) are not taken for sites: all computers are on one network. \`--site-from COLUMN\` makes a network of each value of a column.`,
  );
}

function oneNetwork(note: string): SiteChoice {
  return { siteOf: () => '', notes: [note] };
}

function siteNotes(without: number): string[] {
  return without === 0
    ? []
    : [
        `Of ${without} ${without === 1 ? 'computer' : 'computers'} no site is given: on a network of their own.`,
      ];
}

/** The highest unit that is not named after a kind of computers; empty for none. */
export function siteUnit({ units }: SiteSource): string {
  return units.find((unit) => !isFunctionKnown(unit)) ?? '';
}

/** What is known of units: estates have few, and each is asked about for every computer in it. */
const functions = new Map<string, boolean>();
const MAX_REMEMBERED = 10_000;

function isFunctionKnown(unit: string): boolean {
  let known = functions.get(unit);
  if (known !== undefined) return known;
  known = isFunction(unit);
  if (functions.size >= MAX_REMEMBERED) functions.clear();
  functions.set(unit, known);
  return known;
}
