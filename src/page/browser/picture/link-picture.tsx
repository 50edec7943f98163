import { plainText } from '../../../text/plain-text.ts';
import type { LinkView } from '../../content/estate-view.ts';
import type { LinkLayout } from '../../content/layout/shapes.ts';
import type { Moment } from './moment.ts';
import { roundedPath } from './path.ts';

export interface LinkPictureProps {
  readonly layout: LinkLayout;
  readonly link: LinkView;
  readonly moment: Moment;
}

const NAME_LIMIT = 24;
const ARROW = 7;

/** A link: its way, an arrow at the network that is reached, and what it lets through. */
export function LinkPicture({ layout, link, moment }: LinkPictureProps) {
  const state = linkState(link, moment);
  const end = layout.points[layout.points.length - 1];
  const before = layout.points[layout.points.length - 2];
  const angle = (Math.atan2(end.y - before.y, end.x - before.x) * 180) / Math.PI;
  return (
    <g class={`link ${state.name}`}>
      <path class="way" d={roundedPath(layout.points)} />
      <path
        class="arrow"
        d={`M0 0L${-ARROW} ${-ARROW / 2}V${ARROW / 2}Z`}
        transform={`translate(${end.x} ${end.y}) rotate(${angle})`}
      />
      <text x={layout.label.x} y={layout.label.y} text-anchor={layout.label.anchor}>
        <tspan class="name">{plainText(link.name, NAME_LIMIT)}</tspan>
        <tspan>
          {layout.cut && ` to ${plainText(link.to, NAME_LIMIT)}`} {state.words}
        </tspan>
      </text>
    </g>
  );
}

/** How a link is, for its look, and in words. */
export function linkState(link: LinkView, { outages: { down, blocked } }: Moment) {
  const stopped = blocked.get(link.name);
  if (down.has(link.name)) return { name: 'down', words: 'down' } as const;
  if (down.has(link.from) || down.has(link.to)) return { name: 'down', words: 'network down' } as const;
  const closed = link.allow.filter((service) => stopped?.has(service));
  if (closed.length > 0) return { name: 'blocked', words: `blocks ${closed.join(' ')}` } as const;
  return { name: 'open', words: link.allow.join(' ') } as const;
}
