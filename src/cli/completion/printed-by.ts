/**
 * What a function prints to the console, in place of printing it: `@bomb.sh/tab` knows no other way to give its
 * results. The function must end before anything else can print.
 */
export function printedBy(print: () => void): string {
  const lines: string[] = [];
  const { log } = console;
  console.log = (...values: unknown[]) => {
    lines.push(values.join(' '));
  };
  try {
    print();
  } finally {
    console.log = log;
  }
  return lines.map((line) => `${line}\n`).join('');
}
