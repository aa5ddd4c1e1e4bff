import { createHash } from 'node:crypto';
import type { OperatorRow, SecureRandom } from '@huoti/server';
import { passwordMark } from './passwordMark.js';
import { randomName } from './randomName.js';
import type { SignInToken } from './SignInToken.js';

/** Random bytes of a sign-in: 256 bits, so that none can be guessed. */
const SECRET_BYTES = 32;

/** A fresh one for an operator who has just shown the password: what a browser brought before plays no part in it. */
export function newSignInToken(
  random: SecureRandom,
  operator: OperatorRow,
  absoluteEndMs: number,
): SignInToken {
  const secret = randomName(random, SECRET_BYTES);
  const mark = passwordMark(secret, operator);
  const value = `${secret}.${mark}.${absoluteEndMs.toString(36)}`;
  const id = createHash('sha256').update(value).digest('hex');
  return { value, id, secret, passwordMark: mark, absoluteEndMs };
}
