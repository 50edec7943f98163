/** The command line asks for what cannot be done; the message is for the user. */
export class CommandLineError extends Error {
  override readonly name: string = 'CommandLineError';
}

/** The command line is not written as the command's help says; the report of it points there. */
export class UsageError extends CommandLineError {
  override readonly name = 'UsageError';
}
