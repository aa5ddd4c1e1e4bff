import type { FastifyRequest } from 'fastify';

/**
 * Whether a post comes from a page of this very host, as the browser itself says: `Sec-Fetch-Site`, and `Origin` against the
 * host that the browser named. Both are out of reach of a page's script. A post that carries neither comes from no browser
 * that we know and is refused. This guards the sign-in form, which has no token yet; every later form has one besides.
 */
export function isOwnPost({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (headers.origin === undefined) return site !== undefined;
  const [, host] = /^https?:\/\/(.+)$/.exec(headers.origin) ?? [];
  return host !== undefined && host === headers.host;
}
