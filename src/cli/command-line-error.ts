/** The command line asks for what cannot be done; the message is for the user. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError';
  /** The command whose help explains more, such as `vasim run`; null where no help would. */
  readonly helpOf: string | null;

  constructor(message: string, helpOf: string | null = null) {
    super(message);
    this.helpOf = helpOf;
  }
}
