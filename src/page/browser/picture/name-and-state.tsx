import { estimatedWidth } from '../../../charts/text.ts';
import { fitted } from './fitted.ts';

export interface NameAndStateProps {
  readonly name: string;
  /** Pixels that an icon takes before the name. */
  readonly left: number;
  /** Pixels for both. */
  readonly width: number;
  /** How it is, in words, from the longest to the shortest. */
  readonly states: readonly string[];
}

const NAME_SIZE = 13;
const STATE_SIZE = 11.5;
const BETWEEN = 12;

/** The name of a thing at the left, and at the right how it is: in as many words as leave the name whole. */
export function NameAndState({ name, left, width, states }: NameAndStateProps) {
  const room = (state: string) => width - left - BETWEEN - estimatedWidth(state, STATE_SIZE);
  const nameWidth = estimatedWidth(name, NAME_SIZE);
  const state = states.find((words) => room(words) >= nameWidth) ?? states[states.length - 1];
  return (
    <>
      <text x={left} y={12}>
        {fitted(name, room(state), NAME_SIZE)}
      </text>
      <text class="quiet" x={width} y={12} text-anchor="end">
        {state}
      </text>
    </>
  );
}
