import type { EstateParameters } from '../../model/definitions/parameters.ts';
import { COST_FIGURES } from './cost-figures.ts';
import { ESTATE_FIGURES } from './estate-figures.ts';
import type { Direction, FigureTable } from './figure-definition.ts';
import { HOST_FIGURES } from './host-figures.ts';
import { KEY_FIGURES } from './key-figures.ts';
import { MACHINE_FIGURES } from './machine-figures.ts';

/** A figure that a run of an estate gives. */
export interface CataloguedFigure {
  /** Its path in `summary.json`. */
  readonly path: string;
  readonly meaning: string;
  readonly better: Direction;
}

/** The figures that a run of an estate gives, in the order of `summary.json`; nothing is run for it. */
export function figureCatalogue(parameters: EstateParameters): CataloguedFigure[] {
  const { groups, hosts, keys, prices } = parameters;
  return [
    ...listed('machines.', MACHINE_FIGURES),
    ...[...groups.keys()].flatMap((name) => listed(`groups.${name}.`, MACHINE_FIGURES)),
    ...[...hosts.keys()].flatMap((name) => listed(`hosts.${name}.`, HOST_FIGURES)),
    ...[...keys.keys()].flatMap((name) => listed(`keys.${name}.`, KEY_FIGURES)),
    ...listed('', ESTATE_FIGURES),
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
