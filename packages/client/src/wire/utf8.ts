import { HuotiError } from '@huoti/protocol';

/** A text's UTF-8 bytes; hosts may lack `TextEncoder`. */
export function utf8Bytes(text: string): Uint8Array {
  const escaped = encodeURIComponent(text);
  const bytes = new Uint8Array(escaped.length);
  let count = 0;
  for (let at = 0; at < escaped.length; at++) {
    if (escaped[at] === '%') {
      bytes[count++] = parseInt(escaped.slice(at + 1, at + 3), 16);
      at += 2;
    } else {
      bytes[count++] = escaped.charCodeAt(at);
    }
  }
  return bytes.slice(0, count);
}

/** Bytes turned to text at a time: `String.fromCharCode` takes only so many arguments. */
const PIECE_BYTES = 8192;

/**
 * The text of UTF-8 bytes.
 *
 * @throws HuotiError PROTOCOL_MALFORMED for bytes that are none
 */
export function utf8Text(bytes: Uint8Array): string {
  let escaped = '';
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const piece = bytes.subarray(from, from + PIECE_BYTES);
    escaped += Array.from(piece, (byte) => '%' + (byte < 16 ? '0' : '') + byte.toString(16)).join('');
  }
  try {
    return decodeURIComponent(escaped);
  } catch (error) {
    throw new HuotiError('PROTOCOL_MALFORMED', "the server's answer is not UTF-8", { cause: error });
  }
}
