const SHA256 = /(?:^|,)[ \t]*sha-256=:([A-Za-z0-9+/]{43}=):[ \t]*(?=,|$)/;
/** A header with more than one digest is still short. */
const LONGEST = 512;

/**
 * The SHA-256 of a `Content-Digest` header (RFC 9530), in hex; `null` where there is none.
 *
 * @example parseContentDigest('sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:')
 */
export function parseContentDigest(header: string | undefined): string | null {
  if (header === undefined || header.length > LONGEST) return null;
  const found = SHA256.exec(header)?.[1];
  return found === undefined ? null : Buffer.from(found, 'base64').toString('hex');
}
