import type { Point } from '../../content/layout/shapes.ts';

const RADIUS = 8;

/** The path through some corners, which are rounded. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...others] = points;
  let path = `M${first.x} ${first.y}`;
  others.forEach((point, index) => {
    const next = others[index + 1];
    if (next === undefined) {
      path += `L${point.x} ${point.y}`;
      return;
    }
    const before = index === 0 ? first : others[index - 1];
    const enter = toward(point, before);
    const leave = toward(point, next);
    path += `L${enter.x} ${enter.y}Q${point.x} ${point.y} ${leave.x} ${leave.y}`;
  });
  return path;
}

/** A point so far from a corner on the way to its neighbor as the corner is round. */
function toward(corner: Point, neighbor: Point): Point {
  const x = neighbor.x - corner.x;
  const y = neighbor.y - corner.y;
  const length = Math.hypot(x, y);
  if (length === 0) return corner;
  const part = Math.min(RADIUS, length / 2) / length;
  return { x: corner.x + x * part, y: corner.y + y * part };
}
