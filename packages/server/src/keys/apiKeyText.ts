/** How an API key is written: `hk_<id>_<secret>`, 22 and 43 characters of base64url. */
export function apiKeyText(id: string, secret: string): string {
  return `hk_${id}_${secret}`;
}
