/** Numbers in a line: sixteen of four bytes are what a line of the processor's cache holds. A power of two. */
const LINE = 16;
/** The last number of a line says which line follows. */
const LINK = LINE - 1;
const FIRST_LINES = 256;

/**
 * Many lists of whole numbers, each first in, first out, in lines of the processor's cache: fifteen entries lie side by
 * side, so that one wait for memory brings all of them.
 *
 * A list is two numbers that its owner keeps, side by side in a typed array: the place of its first entry, and the
 * place behind its last one; 0 and 0 when it is empty. An owner reads from the first place to {@link endOfLine}, then
 * from where {@link next} says, until it comes to the place behind the last.
 */
export class LineLists {
  /** By place: the entries. */
  entries = new Int32Array(FIRST_LINES * LINE);
  /** What reading ahead came to: it is kept so that no compiler leaves the read out. */
  ahead = 0;
  /** The first of the lines that no list has, each linked to the next; 0 when there is none. */
  private free = 0;
  /** Place 0 belongs to no list, so that it can mean none. */
  private used = LINE;

  /**
   * Adds an entry behind the last of a list.
   *
   * @param lists has the two numbers of the list
   * @param list where they are
   * @returns the place of the entry
   */
  append(lists: Int32Array, list: number, entry: number): number {
    let place = lists[list + 1];
    if (place === 0 || (place & LINK) === LINK) place = this.extend(lists, list, place);
    this.entries[place] = entry;
    lists[list + 1] = place + 1;
    return place;
  }

  /** For how many entries there is room from the place behind the last of a list on, without another line. */
  room(end: number): number {
    return end === 0 ? 0 : LINK - (end & LINK);
  }

  /** The place to read at, when what came before it was read: there, or in the next line. The line before is freed. */
  next(place: number): number {
    if ((place & LINK) !== LINK) return place;
    const line = this.entries[place];
    this.release(place - LINK);
    return line;
  }

  /** The place behind the last entry of the line of a place that has one, in a list that ends at `end`. */
  endOfLine(place: number, end: number): number {
    const link = place | LINK;
    return end > place && end < link ? end : link;
  }

  /** Reads of the line that follows the one that is read up to a place, in a list that ends at `end`, so that it is near when its turn comes. */
  readNextLine(place: number, end: number): void {
    if (place !== end) this.ahead = this.entries[this.entries[place]];
  }

  /** Makes a list empty of which all entries were read. */
  clear(lists: Int32Array, list: number): void {
    const end = lists[list + 1];
    if (end === 0) return;
    this.release((end - 1) & ~LINK);
    lists[list] = 0;
    lists[list + 1] = 0;
  }

  private extend(lists: Int32Array, list: number, place: number): number {
    const line = this.takeLine();
    if (place === 0) lists[list] = line;
    else this.entries[place] = line;
    return line;
  }

  private takeLine(): number {
    const line = this.free;
    if (line !== 0) {
      this.free = this.entries[line];
      return line;
    }
    if (this.used === this.entries.length) this.grow();
    this.used += LINE;
    return this.used - LINE;
  }

  private release(line: number): void {
    this.entries[line] = this.free;
    this.free = line;
  }

  private grow(): void {
    const larger = new Int32Array(this.entries.length * 2);
    larger.set(this.entries);
    this.entries = larger;
  }
}
