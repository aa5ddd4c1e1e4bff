import { keyedHash } from './keyedHash.js';
import type { SignInToken } from './SignInToken.js';

/**
 * What every form of a signed-in page carries. Another site can make a browser post, but it can read neither the page nor the
 * cookie that this is derived from.
 */
export function formToken({ secret }: SignInToken): string {
  return keyedHash(secret, 'form');
}
