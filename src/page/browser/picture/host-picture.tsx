import type { HostView } from '../../content/estate-view.ts';
import type { Moment } from './moment.ts';
import { NameAndState } from './name-and-state.tsx';

export interface HostPictureProps {
  readonly host: HostView;
  readonly width: number;
  readonly moment: Moment;
  readonly highestCount: number;
}

const GAUGE_TOP = 22;
const GAUGE_HEIGHT = 8;

/** A KMS host: its count on a gauge, with a mark at each threshold. */
export function HostPicture({ host, width, moment, highestCount }: HostPictureProps) {
  const count = moment.countOf(host.index);
  const { words, look } = hostState(host, moment);
  const end = Math.max(highestCount, ...host.thresholds, 1) * 1.06;
  const along = (value: number) => (Math.max(0, value) / end) * width;
  return (
    <g class={`host ${look}`}>
      <path class="icon" d="M0.5 1.5h9v4h-9zM0.5 7.5h9v4h-9zM2.5 3.5h1M2.5 9.5h1" />
      <NameAndState name={host.name} left={16} width={width} states={[words]} />
      <rect class="track" x={0} y={GAUGE_TOP} width={width} height={GAUGE_HEIGHT} rx={4} />
      <rect class="count" x={0} y={GAUGE_TOP} width={along(count)} height={GAUGE_HEIGHT} rx={4} />
      {host.thresholds.map((threshold) => (
        <path
          key={threshold}
          class={count >= threshold ? 'threshold met' : 'threshold'}
          d={`M${along(threshold)} ${GAUGE_TOP - 3}v${GAUGE_HEIGHT + 6}`}
        />
      ))}
    </g>
  );
}

/** How a host is, for its look, and in words. */
export function hostState(host: HostView, moment: Moment) {
  const count = moment.countOf(host.index);
  if (count < 0) return { look: 'away', words: 'not online yet' } as const;
  if (moment.outages.down.has(host.name)) return { look: 'away', words: `down, count ${count}` } as const;
  if (!moment.serves(host.index)) return { look: 'away', words: `refuses, count ${count}` } as const;
  const unmet = host.thresholds.filter((threshold) => count < threshold);
  const needs = unmet.length === 0 ? '' : ` of ${unmet.join(' and ')}`;
  return { look: unmet.length === 0 ? 'serves' : 'low', words: `count ${count}${needs}` } as const;
}
