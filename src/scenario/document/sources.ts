/** Where scenario files come from; the scenario language itself knows no file system. */
export interface ScenarioSources {
  /**
   * The text of a file.
   *
   * @throws SourceError with a message for people (missing, too large, binary)
   */
  read(path: string): string;
  /**
   * The path of what `extends` names, seen from the file that names it.
   *
   * @throws SourceError when it is outside the permitted folders
   */
  resolve(fromFile: string, reference: string): string;
}

/** Says why a file cannot be had. */
export class SourceError extends Error {}
