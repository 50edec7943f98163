/** A scenario to begin with. */
export interface Template {
  /** One line: what it describes. */
  readonly about: string;
  /** Commented YAML, without the line that names its schema. */
  readonly text: string;
}
