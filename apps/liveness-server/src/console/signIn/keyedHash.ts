import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 in base64url: what only the holder of the secret can know, and what tells nothing of the secret. */
export function keyedHash(secret: string, text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}
