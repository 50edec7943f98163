import { useId } from 'preact/hooks';
import { isoDate } from '../../../charts/day-ticks.ts';
import { clockTime } from '../../content/day-link.ts';
import { MINUTES_A_TICK, type Player, SPEEDS } from './player.ts';

export interface PlayerBarProps {
  readonly player: Player;
  /** ISO date of day 0. */
  readonly start: string;
  /** The state of the estate on the day, in a few words. */
  readonly words: string;
}

/** The slider over the days and the buttons that move it. */
export function PlayerBar({ player, start, words }: PlayerBarProps) {
  const { day, days, minute } = player;
  const shown = `Day ${day}, ${isoDate(start, day)}`;
  const time = minute === null ? '' : clockTime(minute);
  return (
    <div class="player">
      <div class="player-buttons">
        <button type="button" class="primary" aria-pressed={player.playing} onClick={player.toggle}>
          {player.playing ? 'Pause' : 'Play'}
        </button>
        <button type="button" onClick={player.back} disabled={player.atStart}>
          Back
        </button>
        <button type="button" onClick={player.step} disabled={player.atEnd}>
          Step
        </button>
        <button type="button" onClick={player.next ?? undefined} disabled={player.next === null}>
          Next event
        </button>
        <label class="minutes">
          <input
            type="checkbox"
            checked={minute !== null}
            onChange={(event) => player.byMinutes(event.currentTarget.checked)}
          />
          by the minute
        </label>
        <label class="speed">
          Speed
          <select
            value={player.speed}
            onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {minute === null ? `${speed} d/s` : `${speed * MINUTES_A_TICK} min/s`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="sliders">
        <Slider label="Day" text={shown} last={Math.max(0, days - 1)} value={day} onMove={player.goTo} />
        {minute !== null && (
          <Slider
            label="Minute"
            text={time}
            last={player.lastMinute}
            value={minute}
            onMove={player.goToMinute}
          />
        )}
      </div>
      <output class="player-words">
        <strong>
          {shown} {time}
        </strong>{' '}
        <span>{words}</span>
      </output>
    </div>
  );
}

interface SliderProps {
  readonly label: string;
  /** Where it is, in words. */
  readonly text: string;
  readonly last: number;
  readonly value: number;
  readonly onMove: (to: number) => void;
}

function Slider({ label, text, last, value, onMove }: SliderProps) {
  const id = useId();
  return (
    <div class={last === 0 ? 'slider still' : 'slider'}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        aria-valuetext={text}
        min={0}
        max={last}
        step={1}
        value={value}
        onInput={(event) => onMove(Number(event.currentTarget.value))}
      />
    </div>
  );
}
