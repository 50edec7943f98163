import type { EstateView, NetworkView } from '../estate-view.ts';
import { gapLinks, railLinks } from './links.ts';
import { roomAt } from './rooms.ts';
import { type EstateLayout, GAP_X, RAIL, type RoomLayout } from './shapes.ts';

const GAP_Y = 72;
const MIN_ROOM = 232;
const MAX_COLUMNS = 4;
const NARROW = 560;
const MICROSOFT_HEIGHT = 34;
const MICROSOFT_GAP = 34;

/** The place of Microsoft's service. */
export const MICROSOFT_BOX = { width: 210, height: MICROSOFT_HEIGHT } as const;

/** Lays an estate out for a width: the core above, the other networks in rows below, links in the gaps. */
export function layoutEstate(estate: EstateView, width: number): EstateLayout {
  const networks = coreFirst(estate);
  const online = networks.some(({ internet }) => internet);
  const top = online ? MICROSOFT_HEIGHT + MICROSOFT_GAP : 0;
  const narrow = width < NARROW;
  const rail = narrow && estate.links.length > 0 ? RAIL : 0;
  const rows = rowsOf(networks, width, narrow);
  const rooms: RoomLayout[] = [];
  const rowEnds: number[] = [];
  let y = top;
  const gap = narrow ? GAP_X : estate.links.length > 0 ? GAP_Y : GAP_X;
  for (const row of rows) {
    const roomWidth = (width - rail - (row.length - 1) * GAP_X) / row.length;
    const boxes = row.map((network, column) =>
      roomAt(network, rail + column * (roomWidth + GAP_X), y, roomWidth),
    );
    const height = Math.max(...boxes.map((box) => box.height));
    rooms.push(...boxes.map((box) => ({ ...box, height })));
    y += height;
    rowEnds.push(y);
    y += gap;
  }
  const first = rooms[0];
  const microsoft = online
    ? { x: first.x + first.width / 2, y: 0, toRoom: first.network.internet ? 0 : null }
    : null;
  const links = narrow ? railLinks(estate, rooms) : gapLinks(estate, rooms, gap);
  return { width, height: y - gap, rooms, links, microsoft };
}

/** The network named `core`, else the one with the most hosts and machines, before the others in their order. */
function coreFirst({ networks }: EstateView): NetworkView[] {
  const machines = ({ groups }: NetworkView) => groups.reduce((sum, { count }) => sum + count, 0);
  const named = networks.find(({ name }) => name === 'core');
  const largest = [...networks].sort(
    (a, b) => b.hosts.length - a.hosts.length || machines(b) - machines(a),
  )[0];
  const core = named ?? largest;
  return core === undefined ? [] : [core, ...networks.filter((network) => network !== core)];
}

/** The core by itself, then rows of equal length. */
function rowsOf(networks: readonly NetworkView[], width: number, narrow: boolean): NetworkView[][] {
  if (narrow) return networks.map((network) => [network]);
  const [core, ...others] = networks;
  if (core === undefined) return [];
  const room = Math.max(1, Math.floor((width + GAP_X) / (MIN_ROOM + GAP_X)));
  const columns = Math.min(MAX_COLUMNS, room, Math.max(1, others.length));
  const rows: NetworkView[][] = [[core]];
  for (let from = 0; from < others.length; from += columns) rows.push(others.slice(from, from + columns));
  return rows;
}
