import { CONDITION_ORDER } from '../../../charts/condition-order.ts';
import { CONDITION_NAMES, Condition } from '../../../model/definitions/conditions.ts';
import { groupThousands } from '../../../text/numbers.ts';
import type { GroupView } from '../../content/estate-view.ts';
import { DOT, MAX_DOTS } from '../../content/layout/rooms.ts';
import type { Moment } from './moment.ts';
import { NameAndState } from './name-and-state.tsx';

export interface GroupPictureProps {
  readonly group: GroupView;
  readonly width: number;
  readonly moment: Moment;
}

const BAR_TOP = 20;
const BAR_HEIGHT = 12;
const RADIUS = 4;

/** A group of machines: a dot for each, or a bar, by condition. */
export function GroupPicture({ group, width, moment }: GroupPictureProps) {
  const conditions = sumOf(group.members.map((member) => moment.conditionsOf(member)));
  const installed = conditions.reduce((sum, machines) => sum + machines, 0);
  const licensed = conditions[Condition.Licensed] ?? 0;
  const all = groupThousands(group.count);
  const states =
    conditions.length === 0
      ? [`${all} machines`, all]
      : installed === 0
        ? [`0 of ${groupThousands(group.count)} installed`, 'not installed']
        : [
            `${groupThousands(licensed)} of ${groupThousands(installed)} licensed`,
            `${groupThousands(licensed)} of ${groupThousands(installed)}`,
          ];
  return (
    <g class="group">
      <title>{`${group.name}: ${group.system}${group.virtual ? ', virtual' : ''}, ${group.method}`}</title>
      <NameAndState name={group.name} left={0} width={width} states={states} />
      {group.count <= MAX_DOTS ? (
        <Dots count={group.count} conditions={conditions} width={width} />
      ) : (
        <Bar count={group.count} conditions={conditions} width={width} />
      )}
    </g>
  );
}

interface ShapeProps {
  readonly count: number;
  readonly conditions: readonly number[];
  readonly width: number;
}

function Dots({ count, conditions, width }: ShapeProps) {
  const perRow = Math.max(1, Math.floor(width / DOT));
  const looks = CONDITION_ORDER.flatMap((condition) =>
    new Array<string>(conditions[condition] ?? 0).fill(conditionClass(condition)),
  );
  const dots = Array.from({ length: count }, (_, place) => ({ place, look: looks[place] ?? 'absent' }));
  return (
    <g>
      {dots.map(({ place, look }) => (
        <circle
          key={place}
          class={look}
          cx={RADIUS + (place % perRow) * DOT}
          cy={BAR_TOP + RADIUS + Math.floor(place / perRow) * DOT}
          r={RADIUS}
        />
      ))}
    </g>
  );
}

function Bar({ count, conditions, width }: ShapeProps) {
  let left = 0;
  return (
    <g>
      <rect class="track" x={0} y={BAR_TOP} width={width} height={BAR_HEIGHT} rx={3} />
      {CONDITION_ORDER.map((condition) => {
        const machines = conditions[condition] ?? 0;
        if (machines === 0) return null;
        const from = left;
        // A few among many are to be seen.
        const wide = Math.max(2, (machines / count) * width);
        left += wide;
        return (
          <rect
            key={condition}
            class={conditionClass(condition)}
            x={Math.min(from, width - 2)}
            y={BAR_TOP}
            width={Math.max(2, Math.min(wide, width - from))}
            height={BAR_HEIGHT}
          />
        );
      })}
    </g>
  );
}

/** Machines by condition of several groups; empty where they are not known. */
function sumOf(groups: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = groups;
  return first.map((machines, condition) =>
    others.reduce((sum, conditions) => sum + (conditions[condition] ?? 0), machines),
  );
}

/** The class that colors a condition. */
export function conditionClass(condition: Condition): string {
  return `condition ${CONDITION_NAMES[condition].toLowerCase()}`;
}
