/** What a part's name says. */
export type PartName =
  | { readonly kind: 'manifest' }
  | { readonly kind: 'chunk'; readonly chunk: number }
  | { readonly kind: 'picture'; readonly chunk: number; readonly index: number };

const CHUNK = /^chunk-(0|[1-9][0-9]?)$/;
const PICTURE = /^picture-(0|[1-9][0-9]?)-(0|[1-9][0-9]{0,2})$/;

/**
 * Reads a part's name: `manifest`, `chunk-<n>` or `picture-<chunk>-<index>`. `null` for any other text: each part has one
 * spelling, so that nothing can be sent twice under two names.
 */
export function parsePartName(name: string): PartName | null {
  if (name === 'manifest') return { kind: 'manifest' };
  const chunk = CHUNK.exec(name);
  if (chunk) return { kind: 'chunk', chunk: Number(chunk[1]) };
  const picture = PICTURE.exec(name);
  return picture ? { kind: 'picture', chunk: Number(picture[1]), index: Number(picture[2]) } : null;
}
