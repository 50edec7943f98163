/** Why a folder for results cannot be made, written or replaced; the message is meant for the user. */
export class RunFolderError extends Error {
  override readonly name = 'RunFolderError';
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'the system does not permit it',
  ENOENT: 'there is no such folder',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'a file has grown larger than the file system allows',
  ENOTDIR: 'a part of the path is a file, not a folder',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links run in a circle',
  EIO: 'the disk reports an input/output error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

/**
 * Does something to the file system on behalf of a folder of results.
 *
 * @param path the folder or file that the message names
 * @throws RunFolderError where the file system refuses; other errors pass unchanged
 */
export function onDisk<Result>(path: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw explained(path, error);
  }
}

/** The error to throw for one that came up about `path`: explained if the file system refused, else as it is. */
export function explained(path: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  const reason = EXPLANATIONS[code] ?? (error as Error).message;
  return new RunFolderError(`cannot write ${path}: ${reason}`, { cause: error });
}

/** The system's code of a failed call, such as `ENOENT`; undefined for every other error. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
