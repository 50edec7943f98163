import { isoDate } from '../../../charts/day-ticks.ts';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../../../engine/time.ts';
import type { Player } from './player.ts';
import { SPEEDS } from './player.ts';

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
  const time = minute === null ? '' : timeOfDay(minute);
  const first = day === 0 && (minute ?? 0) === 0;
  const last = day >= days - 1 && (minute === null || minute === LAST_MINUTE);
  return (
    <div class="player">
      <div class="player-buttons">
        <button type="button" class="primary" aria-pressed={player.playing} onClick={player.toggle}>
          {player.playing ? 'Pause' : 'Play'}
        </button>
        <button type="button" onClick={player.back} disabled={first}>
          Back
        </button>
        <button type="button" onClick={player.step} disabled={last}>
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
                {minute === null ? `${speed} d/s` : `${speed}0 min/s`}
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
          max={LAST_MINUTE}
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

const LAST_MINUTE = MINUTES_PER_DAY - 1;

function timeOfDay(minute: number): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(Math.floor(minute / MINUTES_PER_HOUR))}:${twoDigits(minute % MINUTES_PER_HOUR)}`;
}
