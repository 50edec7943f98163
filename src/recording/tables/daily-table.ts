import { CONDITION_COUNT, CONDITION_NAMES, Condition } from '../../model/definitions/conditions.ts';
import type { Group } from '../../model/estate/groups.ts';
import type { Simulation } from '../../model/simulation.ts';
import { DATE, DAY } from './column-words.ts';
import type { Column, TableDefinition } from './tables.ts';

/** A group at the end of a day. */
export interface GroupDay {
  readonly day: number;
  /** ISO date of the day. */
  readonly date: string;
  readonly simulation: Simulation;
  readonly group: Group;
}

/** `daily.csv`. */
export const DAILY_TABLE: TableDefinition<GroupDay> = {
  row: 'a group at the end of a day',
  columns: {
    day: { meaning: DAY, cell: ({ day }) => day },
    date: { meaning: DATE, cell: ({ date }) => date },
    group: { meaning: 'the group', cell: ({ group }) => group.name },
    installed: {
      meaning: 'machines installed and not retired',
      cell: ({ simulation, group }) => inService(simulation, group),
    },
    licensed: membersIn(Condition.Licensed),
    oob_grace: membersIn(Condition.OOBGrace),
    oot_grace: membersIn(Condition.OOTGrace),
    non_genuine_grace: membersIn(Condition.NonGenuineGrace),
    notification: membersIn(Condition.Notification),
    unlicensed: membersIn(Condition.Unlicensed),
  },
};

function inService({ estate: { history } }: Simulation, group: Group): number {
  let sum = 0;
  for (let condition = 0; condition < CONDITION_COUNT; condition += 1)
    sum += history.members(group, condition as Condition);
  return sum;
}

function membersIn(condition: Condition): Column<GroupDay> {
  return {
    meaning: `of these, machines in ${CONDITION_NAMES[condition]}`,
    cell: ({ simulation, group }) => simulation.estate.history.members(group, condition),
  };
}
