import { HuotiError, isHuotiError } from '@huoti/protocol';

/** No room: on the disk, in the quota, or by a limit on file size. */
const FULL = ['ENOSPC', 'EDQUOT', 'EFBIG'];
/** Passes by itself: too many open files, a network file system that is away. */
const PASSING = ['EMFILE', 'ENFILE', 'EAGAIN', 'EBUSY', 'ESTALE', 'ETIMEDOUT', 'EINTR'];

/** The typed error for whatever the file system threw. */
export function toFileError(error: unknown): HuotiError {
  if (isHuotiError(error)) return error;
  const code = (error as { code?: unknown } | null)?.code;
  const name = typeof code === 'string' ? code : 'unknown';
  if (FULL.includes(name)) {
    return new HuotiError('BUSY', `the blob folder is full (${name})`, { cause: error, retryable: true });
  }
  if (PASSING.includes(name)) {
    return new HuotiError('BUSY', `the blob folder does not answer (${name}); try again`, {
      cause: error,
      retryable: true,
    });
  }
  return new HuotiError('HOST_ERROR', `the blob folder refused (${name})`, { cause: error });
}

/** Whether nothing lies there. */
export const isMissing = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ENOENT';
