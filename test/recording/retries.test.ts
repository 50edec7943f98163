import { describe, expect, test } from 'vitest';
import { RunFolderError } from '../../src/recording/folder/folder-error.ts';
import { withRetries } from '../../src/recording/folder/retries.ts';

const failure = (code: string) => Object.assign(new Error(code), { code, syscall: 'rename' });

/** Fails so often, then succeeds. */
function blockedFor(times: number, code: string): () => number {
  let calls = 0;
  return () => {
    calls += 1;
    if (calls <= times) throw failure(code);
    return calls;
  };
}

describe('what another program has open', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('is tried again (%s)', (code) => {
    expect(withRetries('out/a', 300, blockedFor(2, code))).toBe(3);
  });

  test('for too long is an error that says so', () => {
    const replace = () => withRetries('out/a', 100, blockedFor(9, 'EBUSY'));
    expect(replace).toThrow(RunFolderError);
    expect(replace).toThrow('cannot replace out/a: a file in it is open in another program');
  });

  test('is not waited for where open files block nothing, nor after other errors', () => {
    expect(() => withRetries('out/a', 0, blockedFor(1, 'EPERM'))).toThrow('EPERM');
    expect(() => withRetries('out/a', 300, blockedFor(1, 'ENOSPC'))).toThrow('ENOSPC');
  });
});
