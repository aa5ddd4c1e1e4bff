const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Characters joined at a time: an argument list has its limit. */
const CHUNK = 8192;

/**
 * base64 with padding (RFC 4648, section 4), without `btoa`, which not every app's engine has.
 *
 * @example encodeBase64(new Uint8Array([104, 105])) // 'aGk='
 */
export function encodeBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) codes[to++] = ALPHABET.charCodeAt((group >> shift) & 63);
  }
  // One byte left over makes two characters, two make three.
  for (let missing = (3 - (bytes.length % 3)) % 3; missing > 0; missing--)
    codes[codes.length - missing] = '='.charCodeAt(0);
  let text = '';
  for (let at = 0; at < codes.length; at += CHUNK)
    text += String.fromCharCode(...codes.subarray(at, at + CHUNK));
  return text;
}
