import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { hasOffice } from '../tables/office-table.ts';
import { COST_FIGURES } from './cost-figures.ts';
import { DOMAIN_FIGURES } from './domain-figures.ts';
import { DIRECTORY_FIGURES, ESTATE_FIGURES } from './estate-figures.ts';
import type { Direction, FigureTable } from './figure-definition.ts';
import { HOST_FIGURES } from './host-figures.ts';
import { KEY_FIGURES } from './key-figures.ts';
import { MACHINE_FIGURES } from './machine-figures.ts';
import { OFFICE_FIGURES, OFFICE_HOST_FIGURES } from './office-figures.ts';

/** A figure that a run of an estate gives. */
export interface CataloguedFigure {
  /** Its path in `summary.json`. */
  readonly path: string;
  readonly meaning: string;
  readonly better: Direction;
}

/** The figures that a run of an estate gives, in the order of `summary.json`; nothing is run for it. */
export function figureCatalogue(parameters: EstateParameters): CataloguedFigure[] {
  const { groups, hosts, keys, domains, prices } = parameters;
  return [
    ...listed('machines.', MACHINE_FIGURES),
    ...[...groups.keys()].flatMap((name) => listed(`groups.${name}.`, MACHINE_FIGURES)),
    ...[...hosts.keys()].flatMap((name) => listed(`hosts.${name}.`, HOST_FIGURES)),
    ...[...keys.keys()].flatMap((name) => listed(`keys.${name}.`, KEY_FIGURES)),
    ...listed('', ESTATE_FIGURES),
    ...(hasOffice(parameters) ? listed('office.', OFFICE_FIGURES) : []),
    ...(hasOffice(parameters)
      ? [...hosts.keys()].flatMap((name) => listed(`hosts.${name}.office.`, OFFICE_HOST_FIGURES))
      : []),
    ...(domains.size === 0 ? [] : listed('', DIRECTORY_FIGURES)),
    ...[...domains.keys()].flatMap((name) => listed(`domains.${name}.`, DOMAIN_FIGURES)),
    ...(prices === null ? [] : listed('cost.', COST_FIGURES)),
  ];
}

/** The figures of every kind, with NAME for what a scenario names: for the reference. */
export function figureKinds(): CataloguedFigure[] {
  return [
    ...listed('machines.', MACHINE_FIGURES),
    ...listed('hosts.NAME.', HOST_FIGURES),
    ...listed('keys.NAME.', KEY_FIGURES),
    ...listed('', ESTATE_FIGURES),
    ...listed('office.', OFFICE_FIGURES),
    ...listed('hosts.NAME.office.', OFFICE_HOST_FIGURES),
    ...listed('', DIRECTORY_FIGURES),
    ...listed('domains.NAME.', DOMAIN_FIGURES),
    ...listed('cost.', COST_FIGURES),
  ];
}

function listed(prefix: string, table: FigureTable<never>): CataloguedFigure[] {
  return Object.entries(table).map(([path, { meaning, better }]) => ({
    path: `${prefix}${path}`,
    meaning,
    better,
  }));
}

/** Tables of figures that each member of a collection has. */
const OF_MEMBERS: readonly [prefix: string, table: FigureTable<never>][] = [
  ['groups.', MACHINE_FIGURES],
  ['hosts.', HOST_FIGURES],
  ['keys.', KEY_FIGURES],
];
const OF_ESTATE = new Map(
  [
    ...listed('machines.', MACHINE_FIGURES),
    ...listed('', ESTATE_FIGURES),
    ...listed('office.', OFFICE_FIGURES),
    ...listed('cost.', COST_FIGURES),
  ].map(({ path, better }) => [path, better]),
);

/** Which way of a figure a planner wants, by its path in `summary.json`; `neither` of a path that no run gives. */
export function directionOf(path: string): Direction {
  const [, table] = OF_MEMBERS.find(([prefix]) => path.startsWith(prefix)) ?? [];
  if (table === undefined) return OF_ESTATE.get(path) ?? 'neither';
  // A name may have dots, so the figure is the longest one that the path ends with.
  const [own] = Object.keys(table)
    .filter((figure) => path.endsWith(`.${figure}`))
    .sort((a, b) => b.length - a.length);
  return own === undefined ? 'neither' : table[own].better;
}
