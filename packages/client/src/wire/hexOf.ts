/** Lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of Array.from(bytes)) hex += (byte < 16 ? '0' : '') + byte.toString(16);
  return hex;
}
