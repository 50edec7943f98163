import { zoneWords } from '../../content/estate-view.ts';
import type { ItemLayout, RoomLayout } from '../../content/layout/shapes.ts';
import { fitted } from './fitted.ts';
import { GroupPicture } from './group-picture.tsx';
import { HostPicture } from './host-picture.tsx';
import type { Moment } from './moment.ts';

export interface RoomPictureProps {
  readonly room: RoomLayout;
  readonly moment: Moment;
  readonly highestCount: number;
}

/** A network with what is in it. */
export function RoomPicture({ room, moment, highestCount }: RoomPictureProps) {
  const { network, x, y, width, height } = room;
  const { down } = moment.outages;
  const isDown = down.has(network.name);
  const cutOff = network.internet && (down.has('internet') || down.has('microsoft'));
  return (
    <g class={isDown ? 'room down' : 'room'} transform={`translate(${x} ${y})`}>
      <rect class="wall" x={0.5} y={0.5} width={width - 1} height={height - 1} rx={10} />
      <text class="title" x={16} y={24}>
        {fitted(network.name, width - 110, 14)}
      </text>
      <text class={cutOff ? 'quiet away' : 'quiet'} x={width - 16} y={24} text-anchor="end">
        {isDown ? 'network down' : network.internet ? (cutOff ? 'Internet away' : 'Internet') : 'no Internet'}
      </text>
      <text class="quiet" x={16} y={41}>
        {fitted(network.note ?? zoneWords(network), width - 32, 11.5)}
      </text>
      {room.items.map((item) => (
        <g key={`${item.item.type} ${item.item.index}`} transform={`translate(${item.x} ${item.y})`}>
          <Item layout={item} room={room} moment={moment} highestCount={highestCount} />
        </g>
      ))}
    </g>
  );
}

interface ItemProps extends RoomPictureProps {
  readonly layout: ItemLayout;
}

function Item({ layout, room: { network }, moment, highestCount }: ItemProps) {
  const { item, width } = layout;
  switch (item.type) {
    case 'host':
      return (
        <HostPicture
          host={network.hosts[item.index]}
          width={width}
          moment={moment}
          highestCount={highestCount}
        />
      );
    case 'group':
      return <GroupPicture group={network.groups[item.index]} width={width} moment={moment} />;
    case 'zone':
      return <Service kind="DNS" name={network.zones[item.index]} width={width} moment={moment} />;
    case 'vamt':
      return <Service kind="VAMT" name={network.vamts[item.index]} width={width} moment={moment} />;
  }
}

interface ServiceProps {
  readonly kind: string;
  readonly name: string;
  readonly width: number;
  readonly moment: Moment;
}

/** A server of which only matters whether it is up. */
function Service({ kind, name, width, moment }: ServiceProps) {
  const down = moment.outages.down.has(name);
  return (
    <g class={down ? 'service down' : 'service'}>
      <circle cx={5} cy={8} r={4} />
      <text x={16} y={12}>
        <tspan class="quiet">{kind} </tspan>
        {fitted(name, width - 70, 12)}
        {down && <tspan class="away"> down</tspan>}
      </text>
    </g>
  );
}
