import { useMemo, useRef } from 'preact/hooks';
import type { EstateView } from '../../content/estate-view.ts';
import { abridged } from '../../content/layout/abridged.ts';
import { layoutEstate, MICROSOFT_BOX } from '../../content/layout/estate-layout.ts';
import type { EstateLayout } from '../../content/layout/shapes.ts';
import { useWidth } from '../charts/chart-figure.tsx';
import { LinkPicture } from './link-picture.tsx';
import type { Moment } from './moment.ts';
import { RoomPicture } from './room-picture.tsx';

export interface EstatePictureProps {
  readonly estate: EstateView;
  readonly moment: Moment;
  /** What the picture shows, in words. */
  readonly label: string;
  /** The largest count of any host in the run: the end of every gauge. */
  readonly highestCount: number;
}

/** The estate at a moment: networks as rooms with what is in them, and links between them. */
export function EstatePicture({ estate: whole, moment, label, highestCount }: EstatePictureProps) {
  const estate = useMemo(() => abridged(whole), [whole]);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = useMemo(() => (width === 0 ? null : layoutEstate(estate, width)), [estate, width]);
  return (
    <div class="estate" ref={frame}>
      {layout !== null && (
        <svg
          width={layout.width}
          height={layout.height}
          viewBox={`0 0 ${layout.width} ${layout.height}`}
          role="img"
          aria-label={label}
        >
          <Microsoft layout={layout} moment={moment} />
          {layout.links.map((link) => (
            <LinkPicture key={link.index} layout={link} link={estate.links[link.index]} moment={moment} />
          ))}
          {layout.rooms.map((room) => (
            <RoomPicture key={room.network.name} room={room} moment={moment} highestCount={highestCount} />
          ))}
        </svg>
      )}
    </div>
  );
}

/** Microsoft's activation service, and the way from the core to it. */
function Microsoft({ layout, moment }: { readonly layout: EstateLayout; readonly moment: Moment }) {
  const { microsoft, rooms } = layout;
  if (microsoft === null) return null;
  const { down } = moment.outages;
  const away = down.has('microsoft') || down.has('internet');
  const { width, height } = MICROSOFT_BOX;
  const left = Math.max(1, microsoft.x - width / 2);
  const room = microsoft.toRoom === null ? null : rooms[microsoft.toRoom];
  return (
    <g class={away ? 'microsoft away' : 'microsoft'}>
      {room !== null && <path class="way" d={`M${microsoft.x} ${height}V${room.y}`} />}
      <rect x={left} y={1} width={width} height={height - 2} rx={height / 2} />
      <text x={left + width / 2} y={height / 2 + 4} text-anchor="middle">
        {away ? 'Microsoft cannot be reached' : 'Microsoft'}
      </text>
    </g>
  );
}
