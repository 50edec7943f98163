import { useState } from 'preact/hooks';
import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import { dayLink } from '../../content/day-link.ts';
import { type Happening, type HappeningKind, MAX_HAPPENINGS } from '../../content/happenings.ts';
import type { RunContent } from '../../content/run-content.ts';
import { When } from './when.tsx';

export interface HappeningListProps {
  readonly content: RunContent;
  /** The day of the player. */
  readonly day: number;
}

/** What a mark says to those who do not see it. */
const MARKS: Readonly<Record<HappeningKind, string>> = {
  timeline: 'timeline',
  failure: 'failure',
  end: 'over',
  reached: 'reached',
  lost: 'lost',
  ended: 'not licensed',
};

const FIRST_SHOWN = 40;

/** The timeline and the thresholds crossed, each a link to its day or minute. */
export function HappeningList({ content: { happenings, start }, day }: HappeningListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? happenings : happenings.slice(0, FIRST_SHOWN);
  return (
    <section class="card" aria-label="What happened">
      <h2>What happened</h2>
      {happenings.length === 0 && (
        <p>
          Nothing: the timeline is empty, no count passed a threshold, and no machine was in Notification or
          Unlicensed.
        </p>
      )}
      <ol class="happenings">
        {shown.map((happening, index) => (
          <Entry key={`${index} ${happening.minute}`} happening={happening} start={start} day={day} />
        ))}
      </ol>
      {shown.length < happenings.length && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {happenings.length}
        </button>
      )}
      {happenings.length === MAX_HAPPENINGS && (
        <p class="note">{MAX_HAPPENINGS} are listed; events.csv has all of them.</p>
      )}
    </section>
  );
}

interface EntryProps {
  readonly happening: Happening;
  readonly start: string;
  readonly day: number;
}

function Entry({ happening, start, day }: EntryProps) {
  const { minute, timed, kind, words } = happening;
  const at = Math.floor(minute / MINUTES_PER_DAY);
  return (
    <li class={at === day ? 'now' : undefined}>
      <a href={dayLink(minute, timed)}>
        <When minute={minute} timed={timed} start={start} />
        <span class={`mark ${kind}`}>{MARKS[kind]}</span>
        <span class="what">{words}</span>
      </a>
    </li>
  );
}
