import { createHmac } from 'node:crypto';
import type { ServerContext } from '../context/ServerContext.js';
import { isSameDigest } from './isSameDigest.js';

/** A nonce is good in its own bucket of time and in the next: 2.5 to 5 minutes, in ms. */
export const NONCE_BUCKET_MS = 150_000;

/** How long a proof has to be remembered: afterwards its nonce is old, in ms. */
export const PROOF_MEMORY_MS = 2 * NONCE_BUCKET_MS;

type NonceContext = Pick<ServerContext, 'nonceSecret' | 'time'>;

function nonceOf({ nonceSecret }: NonceContext, bucket: number): string {
  return createHmac('sha256', nonceSecret).update(`dpop-nonce ${bucket}`).digest('hex');
}

/**
 * The `DPoP-Nonce` of this moment: it goes with every answer to a client. Nothing is kept; every process that shares the
 * secret knows it. It stands in for the client's clock, which may be hours off.
 */
export function dpopNonce(context: NonceContext): string {
  return nonceOf(context, Math.floor(context.time.nowMs() / NONCE_BUCKET_MS));
}

/** Whether a proof's nonce is this moment's or the one before. */
export function isFreshNonce(context: NonceContext, nonce: string): boolean {
  const bucket = Math.floor(context.time.nowMs() / NONCE_BUCKET_MS);
  return [bucket, bucket - 1].some((one) => isSameDigest(nonceOf(context, one), nonce));
}
