import { useEffect, useMemo, useRef } from 'preact/hooks';
import { CONDITION_ORDER } from '../../../charts/condition-order.ts';
import { conditionTotals } from '../../../charts/condition-totals.ts';
import { MINUTES_PER_DAY } from '../../../engine/time.ts';
import { CONDITION_NAMES, type Condition } from '../../../model/definitions/conditions.ts';
import type { JsonObject } from '../../../scenario/document/json.ts';
import { groupThousands } from '../../../text/numbers.ts';
import { linkedMinute } from '../../content/day-link.ts';
import type { RunContent } from '../../content/run-content.ts';
import type { Engine } from '../engine/engine.ts';
import { Words } from '../parts/words.tsx';
import { EstatePicture } from '../picture/estate-picture.tsx';
import { conditionClass } from '../picture/group-picture.tsx';
import { endOfDay, endOfMinute, type Moment } from '../picture/moment.ts';
import { usePlayer } from '../player/player.ts';
import { PlayerBar } from '../player/player-bar.tsx';
import { useDayFrames } from '../player/use-day-frames.ts';
import type { Theme } from '../theme.ts';
import { EstateTable } from './estate-table.tsx';
import { Figures } from './figures.tsx';
import { FindMachine } from './find-machine.tsx';
import { HappeningList } from './happening-list.tsx';
import { RunCharts } from './run-charts.tsx';
import { ScenarioText } from './scenario-text.tsx';
import { WhatIf } from './what-if.tsx';

export interface RunViewProps {
  readonly content: RunContent;
  readonly scenario: JsonObject;
  readonly engine: Engine;
  readonly theme: Theme;
}

const MIDDLE_OF_DAY = 0.5;
/** A run of at most two days is played by minutes. */
const SHORT_RUN = 2 * MINUTES_PER_DAY;

/** Everything about one run: how it ended, the estate day by day, the charts, what happened, and what if. */
export function RunView({ content, scenario, engine, theme }: RunViewProps) {
  const { series, estate } = content;
  const player = usePlayer(content.duration, content.happenings, content.duration <= SHORT_RUN);
  const picture = useRef<HTMLElement>(null);
  const { goToMoment } = player;
  useEffect(() => {
    const follow = (hash: string) => {
      const linked = linkedMinute(hash);
      if (linked === null) return;
      goToMoment(linked);
      picture.current?.scrollIntoView({ block: 'start' });
    };
    // A link to the day that the address names already changes no address.
    const onClick = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (link !== null) follow(link.hash);
    };
    const onHash = () => follow(location.hash);
    onHash();
    addEventListener('hashchange', onHash);
    addEventListener('click', onClick);
    return () => {
      removeEventListener('hashchange', onHash);
      removeEventListener('click', onClick);
    };
  }, [series]);
  const { day, minute } = player;
  const frames = useDayFrames(engine, scenario, day, minute !== null);
  const moment = useMemo(
    () =>
      frames !== null && minute !== null && minute < (frames.groups[0]?.[0].length ?? 0)
        ? endOfMinute(content, frames, minute)
        : endOfDay(content, day),
    [content, day, minute, frames],
  );
  const totals = useMemo(() => conditionTotals(series.groups, series.days), [series]);
  const words = frames === null ? dayWords(totals.inCondition, day) : momentWords(moment, content);
  const highestCount = useMemo(() => highest(content), [content]);
  return (
    <>
      <ClosingWords content={content} />
      <Figures content={content} />
      <section class="card wide" aria-labelledby="estate-title" ref={picture}>
        <h2 id="estate-title">
          {minute === null ? 'The estate, day by day' : 'The estate, minute by minute'}
        </h2>
        <PlayerBar player={player} start={content.start} words={words} />
        <EstatePicture
          estate={estate}
          moment={moment}
          highestCount={highestCount}
          label={
            frames === null
              ? `The estate at the end of day ${day}: ${words}`
              : `The estate at minute ${minute} of day ${day}: ${words}`
          }
        />
        <Legend />
        <EstateTable estate={estate} moment={moment} />
      </section>
      <RunCharts
        content={content}
        theme={theme}
        at={day + (minute === null ? MIDDLE_OF_DAY : minute / MINUTES_PER_DAY)}
      />
      <HappeningList content={content} day={player.day} />
      <FindMachine content={content} scenario={scenario} engine={engine} />
      <WhatIf content={content} scenario={scenario} engine={engine} theme={theme} />
      <ScenarioText scenario={scenario} engine={engine} />
    </>
  );
}

/** What the run came to, in the words with which the command ended. */
function ClosingWords({ content: { words, expectations } }: { readonly content: RunContent }) {
  const failed = expectations.filter(({ held }) => !held);
  return (
    <section class="card closing" aria-labelledby="closing-title">
      <h2 id="closing-title">In short</h2>
      {words.map((line) => (
        <p key={line}>
          <Words text={line} />
        </p>
      ))}
      {expectations.length > 0 && (
        <p class={failed.length === 0 ? 'verdict good' : 'verdict bad'}>
          {failed.length === 0
            ? `All ${expectations.length} expectations of the scenario held.`
            : `${failed.length} of ${expectations.length} expectations did not hold:`}
        </p>
      )}
      {failed.length > 0 && (
        <ul>
          {failed.map(({ figure, expected, actual }) => (
            <li key={`${figure} ${expected}`}>
              <code>{figure}</code> is {actual ?? 'null'}, expected {expected}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Legend() {
  return (
    <ul class="legend" aria-label="Colors of license conditions">
      {CONDITION_ORDER.map((condition) => (
        <li key={condition}>
          <svg width="12" height="12" aria-hidden="true">
            <circle class={conditionClass(condition)} cx="6" cy="6" r="5" />
          </svg>
          {CONDITION_NAMES[condition]}
        </li>
      ))}
    </ul>
  );
}

/** As in `320 Licensed, 15 OOBGrace`. */
function dayWords(inCondition: readonly Int32Array[], day: number): string {
  const parts = CONDITION_ORDER.filter((condition: Condition) => inCondition[condition][day] > 0).map(
    (condition) => `${groupThousands(inCondition[condition][day])} ${CONDITION_NAMES[condition]}`,
  );
  return parts.length === 0 ? 'no machine installed' : parts.join(', ');
}

/** The same of any moment. */
function momentWords(moment: Moment, { estate }: RunContent): string {
  const groups = estate.networks.flatMap((network) => network.groups);
  const sums = CONDITION_ORDER.map((condition) => ({
    condition,
    machines: groups.reduce((sum, { index }) => sum + (moment.conditionsOf(index)[condition] ?? 0), 0),
  })).filter(({ machines }) => machines > 0);
  if (sums.length === 0) return 'no machine installed';
  return sums
    .map(({ condition, machines }) => `${groupThousands(machines)} ${CONDITION_NAMES[condition]}`)
    .join(', ');
}

function highest({ series: { hosts } }: RunContent): number {
  return hosts.reduce((most, { counts }) => counts.reduce((a, b) => Math.max(a, b), most), 0);
}
