/** The exit statuses of the command line, by name. Scripts rely on them: none ever changes its meaning. */
export const EXIT = {
  done: 0,
  fault: 1,
  wrongCommandLine: 2,
  wrongScenario: 3,
  expectationFailed: 4,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const MEANINGS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.done, 'done, and every expectation held'],
  [EXIT.fault, 'a fault of vasim itself; the message says how to report it'],
  [EXIT.wrongCommandLine, 'the command line is wrong, or a file or folder that it names cannot be used'],
  [EXIT.wrongScenario, 'the scenario or the inventory is wrong; every error was shown with its place'],
  [
    EXIT.expectationFailed,
    'the run is done and some expectation did not hold; with --strict, there are warnings; of grade, some answer did not pass',
  ],
  [EXIT.interrupted, 'interrupted; what was complete stays, nothing half-written does'],
];

/** The exit statuses and what they mean, a line each, for help texts. */
export function describeExitCodes(): string {
  const lines = MEANINGS.map(([code, meaning]) => `  ${String(code).padStart(3)}  ${meaning}`);
  return ['Exit status:', ...lines].join('\n');
}
