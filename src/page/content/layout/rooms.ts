import type { NetworkView } from '../estate-view.ts';
import { type ItemLayout, PAD, type RoomItem, type RoomLayout } from './shapes.ts';

const HEADER = 52;
const MIN_ITEM = 208;
const ITEM_GAP = 14;
const ITEM_COLUMN_GAP = 28;
/** Groups up to so many machines are drawn as dots, one a machine. */
export const MAX_DOTS = 48;
/** A dot and the space to the next. */
export const DOT = 11;

/** A room of a width at a place, as high as what is in it. */
export function roomAt(network: NetworkView, x: number, y: number, width: number): RoomLayout {
  const inner = width - 2 * PAD;
  const columns = Math.max(1, Math.floor((inner + ITEM_COLUMN_GAP) / (MIN_ITEM + ITEM_COLUMN_GAP)));
  const items = itemsOf(network);
  const used = Math.min(columns, Math.max(1, items.length));
  const itemWidth = (inner - (used - 1) * ITEM_COLUMN_GAP) / used;
  const heights = items.map((item) => heightOf(item, network, itemWidth));
  const total = heights.reduce((sum, height) => sum + height + ITEM_GAP, 0);
  const placed: ItemLayout[] = [];
  let column = 0;
  let down = 0;
  let deepest = 0;
  items.forEach((item, index) => {
    const height = heights[index];
    if (column < used - 1 && down > 0 && down + height / 2 > total / used) {
      column += 1;
      down = 0;
    }
    placed.push({
      item,
      x: PAD + column * (itemWidth + ITEM_COLUMN_GAP),
      y: HEADER + down,
      width: itemWidth,
      height,
    });
    down += height + ITEM_GAP;
    deepest = Math.max(deepest, down);
  });
  return {
    network,
    x,
    y,
    width,
    height: HEADER + deepest + PAD - (deepest > 0 ? ITEM_GAP : 0),
    items: placed,
  };
}

function itemsOf({ zones, hosts, vamts, groups }: NetworkView): RoomItem[] {
  const all = <Type extends RoomItem['type']>(type: Type, things: readonly unknown[]) =>
    things.map((_, index) => ({ type, index }));
  return [
    ...all('zone', zones),
    ...all('host', hosts),
    ...all('vamt', vamts),
    ...all('group', groups),
  ] as RoomItem[];
}

const LINE = 18;
const HOST_HEIGHT = 36;
const BAR_GROUP = 36;

function heightOf(item: RoomItem, { groups }: NetworkView, width: number): number {
  if (item.type === 'host') return HOST_HEIGHT;
  if (item.type !== 'group') return LINE;
  const { count } = groups[item.index];
  if (count > MAX_DOTS) return BAR_GROUP;
  const perRow = Math.max(1, Math.floor(width / DOT));
  return LINE + 6 + Math.ceil(count / perRow) * DOT;
}
