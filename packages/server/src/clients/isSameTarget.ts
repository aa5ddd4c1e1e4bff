/**
 * Whether a proof's `htu` is the URL that was called: compared without query and fragment, after normalisation
 * (RFC 9449, 4.3).
 */
export function isSameTarget(htu: string, url: string): boolean {
  const proven = targetOf(htu);
  return proven !== null && proven === targetOf(url);
}

function targetOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, host, pathname, username, password } = new URL(text);
  return username === '' && password === '' ? `${protocol}//${host}${pathname}` : null;
}
