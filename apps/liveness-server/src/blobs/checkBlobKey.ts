import { HuotiError } from '@huoti/protocol';

const KEY = /^[A-Za-z0-9_-]{16,128}$/;

/**
 * Refuses a key that could name something else than a blob: a path, a hidden file, another prefix.
 *
 * @throws HuotiError INVALID_ARGUMENT
 */
export function checkBlobKey(key: string): void {
  if (!KEY.test(key))
    throw new HuotiError('INVALID_ARGUMENT', 'a blob key is 16 to 128 letters, digits, - and _');
}
