import { HuotiError } from '@huoti/protocol';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base64url without padding (RFC 4648, section 5). */
export function base64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += ALPHABET[three >> 18]! + ALPHABET[(three >> 12) & 63]!;
    if (left > 1) text += ALPHABET[(three >> 6) & 63]!;
    if (left > 2) text += ALPHABET[three & 63]!;
  }
  return text;
}

/** Base64 with padding (RFC 4648, section 4), as a `Content-Digest` has it. */
export function base64(bytes: Uint8Array): string {
  const text = base64Url(bytes).replace(/-/g, '+').replace(/_/g, '/');
  return text + '==='.slice((text.length + 3) % 4);
}

/**
 * The bytes of a base64url text without padding.
 *
 * @throws HuotiError PROTOCOL_MALFORMED for a text that is none
 */
export function base64UrlBytes(text: string): Uint8Array {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) {
    throw new HuotiError('PROTOCOL_MALFORMED', 'a base64url text holds other characters');
  }
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let bitCount = 0;
  let at = 0;
  for (const character of text) {
    bits = ((bits << 6) | ALPHABET.indexOf(character)) & 0xffffff;
    bitCount += 6;
    if (bitCount < 8) continue;
    bitCount -= 8;
    bytes[at++] = (bits >> bitCount) & 0xff;
  }
  return bytes;
}
