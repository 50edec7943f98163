import type { NetworkView } from '../estate-view.ts';

/** Where everything of the estate's picture is, in pixels: networks as rooms, links along the gaps between them. */
export interface EstateLayout {
  readonly width: number;
  readonly height: number;
  readonly rooms: readonly RoomLayout[];
  readonly links: readonly LinkLayout[];
  /** Microsoft's service, above the rooms; `null` where no network has a way to it. */
  readonly microsoft: { readonly x: number; readonly y: number; readonly toRoom: number | null } | null;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface RoomLayout extends Box {
  readonly network: NetworkView;
  readonly items: readonly ItemLayout[];
}

/** What is in a room, in order: zones, hosts, VAMTs, groups. */
export type RoomItem =
  | { readonly type: 'zone'; readonly index: number }
  | { readonly type: 'host'; readonly index: number }
  | { readonly type: 'vamt'; readonly index: number }
  | { readonly type: 'group'; readonly index: number };

/** An item in its room, from the room's corner. */
export interface ItemLayout extends Box {
  readonly item: RoomItem;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LinkLayout {
  /** Its place among the links of the view. */
  readonly index: number;
  /** Corners, from the network that opens connections to the one that is reached. */
  readonly points: readonly Point[];
  readonly label: Point & { readonly anchor: 'start' | 'end' | 'middle' };
  /** Whether only its beginning is drawn, and its label says where it leads. */
  readonly cut: boolean;
}

/** Pixels between rooms of a row. */
export const GAP_X = 40;

/** Pixels within a room at its edges. */
export const PAD = 16;

/** Pixels at the left of a narrow page along which links run. */
export const RAIL = 34;
