/** Characters of a file's name without its ending. */
const LONGEST = 100;

/**
 * Names of files after things that a scenario names: letters, digits, `.`, `_` and `-` alone, so that no name leads
 * anywhere else, and no two are equal even where a file system ignores case.
 */
export class FileNames {
  private readonly taken = new Set<string>();

  /** A file name, without ending, that is like what is wanted and was not given before. */
  give(wanted: string): string {
    const base = wanted.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, LONGEST);
    let name = base;
    for (let number = 2; this.taken.has(name.toLowerCase()); number += 1) name = `${base}-${number}`;
    this.taken.add(name.toLowerCase());
    return name;
  }
}
