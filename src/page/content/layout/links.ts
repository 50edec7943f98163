import type { EstateView } from '../estate-view.ts';
import { type Box, GAP_X, type LinkLayout, PAD, RAIL, type RoomLayout } from './shapes.ts';

const PORT_GAP = 26;
const TRACK = 7;
/** Links up to which each is drawn from end to end; of more, those between rooms that are far apart are cut. */
const MAX_WHOLE = 12;
const STUB = 18;

/** On a narrow page: links run along a rail at the left edge. */
export function railLinks({ links }: EstateView, rooms: readonly RoomLayout[]): LinkLayout[] {
  const tracks = Math.max(1, Math.floor((RAIL - 10) / TRACK));
  const ports = new Map<RoomLayout, number>();
  const portOf = (room: RoomLayout) => {
    const used = ports.get(room) ?? 0;
    ports.set(room, used + 1);
    return room.y + 18 + (used % 3) * 9;
  };
  return links.map(({ from, to }, index) => {
    const start = roomNamed(rooms, from);
    const end = roomNamed(rooms, to);
    const x = RAIL - 14 - (index % tracks) * TRACK;
    const startY = portOf(start);
    const endY = portOf(end);
    return {
      index,
      points: [
        { x: start.x, y: startY },
        { x, y: startY },
        { x, y: endY },
        { x: end.x, y: endY },
      ],
      label: { x: start.x + 2, y: start.y - 8 - (index % 2) * 13, anchor: 'start' },
      cut: false,
    };
  });
}

/** Links run up and down from the middle of rooms and along the gaps between rows and columns. */
export function gapLinks({ links }: EstateView, rooms: readonly RoomLayout[], gap: number): LinkLayout[] {
  const sides = links.map(({ from, to }) => sidesOf(roomNamed(rooms, from), roomNamed(rooms, to)));
  const ports = new Ports();
  for (const { start, startSide, end, endSide } of sides) {
    ports.count(start, startSide);
    ports.count(end, endSide);
  }
  return sides.map(({ start, startSide, end, endSide }, index) => {
    const startY = startSide === 'top' ? start.y : start.y + start.height;
    const endY = endSide === 'top' ? end.y : end.y + end.height;
    const adjacent = Math.abs(startY - endY) <= gap + 1 && startSide !== endSide;
    const narrower = start.width <= end.width ? start : end;
    const shift = (index % 5) * TRACK;
    if (adjacent && overlaps(start, end)) {
      const port = narrower === start ? ports.take(start, startSide) : ports.take(end, endSide);
      return {
        index,
        points: [
          { x: port, y: startY },
          { x: port, y: endY },
        ],
        label: { x: port + 9, y: (startY + endY) / 2 + 4, anchor: 'start' },
        cut: false,
      };
    }
    const startX = ports.take(start, startSide);
    const endX = ports.take(end, endSide);
    const nearStart = startSide === 'top' ? startY - gap / 2 + shift : startY + gap / 2 - shift;
    const nearEnd = endSide === 'top' ? endY - gap / 2 + shift : endY + gap / 2 - shift;
    const label = {
      x: startX + 9,
      y: startSide === 'top' ? startY - 8 : startY + 16,
      anchor: 'start' as const,
    };
    if (links.length > MAX_WHOLE) {
      const stubEnd = startSide === 'top' ? startY - STUB : startY + STUB;
      // One alone begins at the corner, where its label has room.
      const x = ports.wantedAt(start, startSide) === 1 ? start.x + PAD + 4 : startX;
      return {
        index,
        points: [
          { x, y: startY },
          { x, y: stubEnd },
        ],
        label: { ...label, x: x + 9, y: (startY + stubEnd) / 2 + 4 },
        cut: true,
      };
    }
    if (Math.abs(nearStart - nearEnd) < gap)
      return {
        index,
        points: [
          { x: startX, y: startY },
          { x: startX, y: nearStart },
          { x: endX, y: nearStart },
          { x: endX, y: endY },
        ],
        label,
        cut: false,
      };
    const aisle =
      start.x + start.width + GAP_X / 2 < rightmost(rooms) ? start.x + start.width : start.x - GAP_X;
    const aisleX = aisle + GAP_X / 2 - 10 + shift;
    return {
      index,
      points: [
        { x: startX, y: startY },
        { x: startX, y: nearStart },
        { x: aisleX, y: nearStart },
        { x: aisleX, y: nearEnd },
        { x: endX, y: nearEnd },
        { x: endX, y: endY },
      ],
      label,
      cut: false,
    };
  });
}

type Side = 'top' | 'bottom';

function sidesOf(start: RoomLayout, end: RoomLayout) {
  const upward = end.y < start.y;
  const level = end.y === start.y;
  const startSide: Side = upward ? 'top' : 'bottom';
  const endSide: Side = upward || level ? 'bottom' : 'top';
  return { start, startSide, end, endSide };
}

/** Where links leave and enter a side of a room: spread around its middle. */
class Ports {
  private readonly wanted = new Map<string, number>();
  private readonly taken = new Map<string, number>();

  count(room: RoomLayout, side: Side): void {
    const key = `${side} ${room.network.name}`;
    this.wanted.set(key, (this.wanted.get(key) ?? 0) + 1);
  }

  /** How many links leave or enter there. */
  wantedAt(room: RoomLayout, side: Side): number {
    return this.wanted.get(`${side} ${room.network.name}`) ?? 0;
  }

  take(room: RoomLayout, side: Side): number {
    const key = `${side} ${room.network.name}`;
    const number = this.taken.get(key) ?? 0;
    this.taken.set(key, number + 1);
    const all = this.wanted.get(key) ?? 1;
    const step = Math.min(PORT_GAP, (room.width - 2 * PAD) / all);
    return room.x + room.width / 2 + (number - (all - 1) / 2) * step;
  }
}

function overlaps(one: Box, other: Box): boolean {
  return one.x >= other.x - 1 && one.x + one.width <= other.x + other.width + 1
    ? true
    : other.x >= one.x - 1 && other.x + other.width <= one.x + one.width + 1;
}

function rightmost(rooms: readonly RoomLayout[]): number {
  return Math.max(...rooms.map(({ x, width }) => x + width));
}

function roomNamed(rooms: readonly RoomLayout[], name: string): RoomLayout {
  const room = rooms.find(({ network }) => network.name === name);
  if (room === undefined) throw new Error(`no network ${name} in this estate`);
  return room;
}
