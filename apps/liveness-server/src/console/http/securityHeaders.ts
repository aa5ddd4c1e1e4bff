/** What every answer of the console carries. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  // Pictures that a script has fetched are shown from memory: `blob:`. Nothing comes from anywhere else.
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' blob:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not `no-referrer`: with it a browser posts forms with `Origin: null`, and a form of ours could not be told from others.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), clipboard-read=()',
  'cache-control': 'no-store',
};

/** What a picture carries instead of the page's policy: bytes that came from a client, run as nothing. */
export const PICTURE_POLICY = "default-src 'none'; sandbox";
