/** Scheme, host and port. React Native's own `URL` reads none of them reliably. */
const HTTPS = /^https:\/\/([a-z0-9.-]+)(?::(\d{1,5}))?(?:[/?#]|$)/i;

/**
 * Origin of an https address; `null` for everything else, an address with a name before its host included.
 *
 * @example originOf('https://Bank.example:443/face?a=1') // 'https://bank.example'
 */
export function originOf(url: string): string | null {
  const found = HTTPS.exec(url);
  if (found === null) return null;
  const [, host = '', port] = found;
  return `https://${host.toLowerCase()}${port === undefined || port === '443' ? '' : `:${port}`}`;
}
