/**
 * A request's body, whole.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {number} maxBytes
 * @returns {Promise<Buffer | null>} `null` for one that is longer; the rest of it is not read
 */
export async function readBody(request, maxBytes) {
  /** @type {Buffer[]} */
  const pieces = [];
  let length = 0;
  for await (const piece of request) {
    length += piece.length;
    if (length > maxBytes) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
