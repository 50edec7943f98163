import type { Estate } from '../definitions/estate.ts';
import { EventKind, Phase } from '../definitions/events.ts';
import {
  type ActionOf,
  type ActionType,
  TIMELINE_ACTIONS,
  type TimelineActionEstate,
} from './timeline-actions.ts';

declare module '../definitions/estate.ts' {
  interface Estate {
    readonly timeline: Timeline;
  }
}

type TimelineEstate = TimelineActionEstate & Pick<Estate, 'parameters'>;

/** What is planned to happen to the estate: outages, and what administrators do. */
export class Timeline {
  private readonly estate: TimelineEstate;

  constructor(estate: TimelineEstate) {
    this.estate = estate;
  }

  /** Schedules the beginning of every entry. */
  schedule(): void {
    const { parameters, calendar } = this.estate;
    for (const [index, entry] of parameters.timeline.entries())
      calendar.schedule(entry.at, Phase.Timeline, EventKind.TimelineBegin, index);
  }

  /** An entry's time has come. One that lasts ends by an event of its own. */
  begin(index: number): void {
    const { calendar, parameters } = this.estate;
    const entry = parameters.timeline[index];
    beginAction(entry.type, entry, this.estate);
    if ('for' in entry && entry.for !== null)
      calendar.schedule(calendar.now + entry.for, Phase.Timeline, EventKind.TimelineEnd, index);
  }

  /** An entry that lasts ends. */
  end(index: number): void {
    const entry = this.estate.parameters.timeline[index];
    endAction(entry.type, entry, this.estate);
  }
}

function beginAction<Type extends ActionType>(
  type: Type,
  action: ActionOf<Type>,
  estate: TimelineActionEstate,
): void {
  TIMELINE_ACTIONS[type].begin(action, estate);
}

function endAction<Type extends ActionType>(
  type: Type,
  action: ActionOf<Type>,
  estate: TimelineActionEstate,
): void {
  TIMELINE_ACTIONS[type].end(action, estate);
}
