/**
 * Nothing from anywhere else, no inline script or style, no generated code; WebAssembly may be compiled.
 *
 * @param {{parents: readonly string[], generatedCode: boolean}} options
 */
const contentSecurityPolicy = ({ parents, generatedCode }) =>
  [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${generatedCode ? " 'unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "media-src 'self' blob: mediastream:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${parents.length === 0 ? "'none'" : parents.join(' ')}`,
  ].join('; ');

/**
 * Headers of one answer.
 *
 * @param {object} [options]
 * @param {readonly string[]} [options.parents] origins of the pages that may frame this one; default: nobody
 * @param {boolean} [options.generatedCode] `'unsafe-eval'`, for engines that compile no WebAssembly without it; default: no
 * @returns {Readonly<Record<string, string>>}
 */
export const securityHeaders = ({ parents = [], generatedCode = false } = {}) =>
  Object.freeze({
    'content-security-policy': contentSecurityPolicy({ parents, generatedCode }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy':
      'camera=(self), microphone=(), geolocation=(), display-capture=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });

/** Sent with every answer, errors included. */
export const SECURITY_HEADERS = securityHeaders();
