/** Bytes as lower-case hex. */
export const toHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

/** Lower-case hex as bytes. */
export const fromHex = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
