import { describe, expect, test } from 'vitest';
import { reportFailure } from '../../src/cli/failure-report.ts';
import { CommandLineError, UsageError } from '../../src/cli/shared/command-line-error.ts';
import { Interrupted } from '../../src/cli/shared/interruption.ts';
import { RunFolderError } from '../../src/recording/folder/folder-error.ts';
import { fakeHost } from './fake-host.ts';

function report(error: unknown): { status: number; errors: string } {
  const host = fakeHost();
  return { status: reportFailure(error, 'vasim run', host), errors: host.written };
}

describe('a failure', () => {
  test.each<[Error, number, string]>([
    [new Interrupted(), 130, 'vasim: interrupted\n'],
    [new CommandLineError('no such thing'), 2, 'vasim: no such thing\n'],
    [
      new CommandLineError(`cannot write ${'x'.repeat(5_000)}: the name is too long`),
      2,
      `vasim: cannot write ${'x'.repeat(287)}…${'x'.repeat(177)}: the name is too long\n`,
    ],
    [new UsageError('no such thing'), 2, 'vasim: no such thing\nSee `vasim run --help`.\n'],
    [new RunFolderError('the disk is full'), 2, 'vasim: the disk is full\n'],
  ])('that is no fault of vasim is told in its own words: %s', (error, status, errors) => {
    expect(report(error)).toEqual({ status, errors });
  });
});

describe('a fault of vasim', () => {
  test('is told with the stacks of what caused it, the root last', () => {
    const root = new RangeError('the root');
    const middle = new TypeError('in between', { cause: root });
    const { status, errors } = report(new Error('the outcome', { cause: middle }));
    expect(status).toBe(1);
    expect(errors).toMatch(
      /\n {2}Error: the outcome\n {6}at .*\n {2}caused by: TypeError: in between\n {6}at .*\n {2}caused by: RangeError: the root\n {6}at /s,
    );
  });

  test.each<[string, unknown, string]>([
    ['was no error', 'a word', '  a word\n'],
    ['was caused by no error', new Error('outcome', { cause: 'a word' }), '  caused by: a word\n'],
    ['lost its stack', Object.assign(new Error('outcome'), { stack: undefined }), '  Error: outcome\n'],
  ])('is told when what was thrown %s', (_what, thrown, line) => {
    expect(report(thrown).errors).toContain(line);
  });

  test('is told once when errors cause one another in a circle', () => {
    const first = new Error('first');
    const second = new Error('second', { cause: first });
    first.cause = second;
    expect(report(first).errors.match(/Error: (?:first|second)\n/g)).toEqual([
      'Error: first\n',
      'Error: second\n',
    ]);
  });
});
