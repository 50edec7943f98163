/**
 * A set of items of which none can be missing: delta debugging (`ddmin` of Zeller and Hildebrandt, "Simplifying and
 * Isolating Failure-Inducing Input", 2002). What it finds is minimal, not always the smallest there is.
 *
 * @param items a set that passes the test
 * @param passes whether a subset does; asked again for the same subset only by whoever does not remember
 */
export async function minimalSet<Item>(
  items: readonly Item[],
  passes: (subset: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[]> {
  let current = items;
  let pieces = 2;
  while (current.length > 1) {
    const parts = split(current, pieces);
    const part = await firstPassing(parts, passes);
    if (part !== undefined) {
      current = part;
      pieces = 2;
      continue;
    }
    const rests = parts.map((left) => current.filter((item) => !left.includes(item)));
    const rest = pieces > 2 ? await firstPassing(rests, passes) : undefined;
    if (rest !== undefined) {
      current = rest;
      pieces = Math.max(pieces - 1, 2);
    } else if (pieces < current.length) pieces = Math.min(current.length, pieces * 2);
    else break;
  }
  return current;
}

async function firstPassing<Item>(
  subsets: readonly (readonly Item[])[],
  passes: (subset: readonly Item[]) => Promise<boolean>,
): Promise<readonly Item[] | undefined> {
  for (const subset of subsets) if (await passes(subset)) return subset;
  return undefined;
}

/** As many parts of nearly the same size. */
function split<Item>(items: readonly Item[], pieces: number): Item[][] {
  return Array.from({ length: pieces }, (_, piece) =>
    items.slice(
      Math.floor((items.length * piece) / pieces),
      Math.floor((items.length * (piece + 1)) / pieces),
    ),
  );
}
