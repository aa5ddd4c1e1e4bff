// By length, not by the underscores: both halves may hold some.
const KEY = /^hk_([A-Za-z0-9_-]{22})_([A-Za-z0-9_-]{43})$/;

/** The two halves of an API key's text; `null` for any other text. */
export function parseApiKey(text: string): { readonly id: string; readonly secret: string } | null {
  const found = KEY.exec(text);
  return found?.[1] !== undefined && found[2] !== undefined ? { id: found[1], secret: found[2] } : null;
}
