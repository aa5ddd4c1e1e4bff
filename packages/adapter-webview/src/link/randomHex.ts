import type { RandomSource } from '@huoti/core';

const ID_BYTES = 16;

/** 128 random bits as 32 lower-case hex digits: a session, a nonce. */
export function randomHex(random: RandomSource): string {
  const bytes = random.fill(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
