/** Kinds of mistakes in the texts that this floor reads; each is the name of a diagnostic. */
export type TextErrorKind =
  | 'invalid-duration'
  | 'invalid-date'
  | 'invalid-point'
  | 'invalid-time'
  | 'invalid-weekdays'
  | 'outside-the-run'
  | 'out-of-range';

/** Says why a text cannot be read: `message` in one line, or `summary` and `help` apart, as diagnostics have them. */
export class TextError extends Error {
  override readonly name: string = 'TextError';
  readonly kind: TextErrorKind;
  /** What is wrong. */
  readonly summary: string;
  /** What to write instead. */
  readonly help: string | undefined;

  constructor(kind: TextErrorKind, summary: string, help?: string) {
    super(help === undefined ? summary : `${summary}; ${help}`);
    this.kind = kind;
    this.summary = summary;
    this.help = help;
  }
}
