/** Arguments that every shell takes as they are. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/** A command line as it is typed into a POSIX shell: what needs quotes has them. */
export function shellQuote(args: readonly string[]): string {
  return args
    .map((argument) => (PLAIN.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`))
    .join(' ');
}
