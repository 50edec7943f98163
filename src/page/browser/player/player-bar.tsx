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
      <input
        type="range"
        aria-label="Day"
        aria-valuetext={shown}
        min={0}
        max={Math.max(0, days - 1)}
        step={1}
        value={day}
        onInput={(event) => player.goTo(Number(event.currentTarget.value))}
      />
      {minute !== null && (
        <input
          type="range"
          aria-label="Minute"
          aria-valuetext={time}
          min={0}
          max={player.lastMinute}
          step={1}
          value={minute}
          onInput={(event) => player.goToMinute(Number(event.currentTarget.value))}
        />
      )}
      <output class="player-words">
        <strong>
          {shown} {time}
        </strong>{' '}
        <span>{words}</span>
      </output>
    </div>
  );
}
