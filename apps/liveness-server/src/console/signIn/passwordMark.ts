import type { OperatorRow } from '@huoti/server';
import { keyedHash } from './keyedHash.js';

/** The mark of an account's present password in a sign-in: another password, and every sign-in made with the old one is void. */
export function passwordMark(secret: string, { passwordHash }: OperatorRow): string {
  return keyedHash(secret, `password:${passwordHash}`);
}
