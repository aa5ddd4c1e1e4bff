import { createHash } from 'node:crypto';
import type { SignInToken } from './SignInToken.js';

const SHAPE = /^([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]{43})\.([0-9a-z]{1,11})$/;

/** The token that a cookie's value is; `null` for anything of another shape. Whether it counts is for the store to say. */
export function parseSignInToken(value: string): SignInToken | null {
  const [, secret, passwordMark, end] = SHAPE.exec(value) ?? [];
  if (secret === undefined || passwordMark === undefined || end === undefined) return null;
  const id = createHash('sha256').update(value).digest('hex');
  return { value, id, secret, passwordMark, absoluteEndMs: Number.parseInt(end, 36) };
}
