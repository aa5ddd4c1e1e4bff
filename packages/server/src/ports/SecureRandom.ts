import type { RandomSource } from '@huoti/core';

/** A cryptographic source: tokens, ids, nonces and plans are drawn from it. */
export type SecureRandom = RandomSource;
