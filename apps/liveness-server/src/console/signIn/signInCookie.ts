import { fastifyCookie as cookie } from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { isLoopbackHost } from '../http/isLoopbackHost.js';

/** The prefix binds it to this very host, to `/` and to HTTPS: no sibling domain can plant one. */
const SECURE_NAME = '__Host-huoti_console';
/** On this machine alone, where there is no HTTPS. */
const LOOPBACK_NAME = 'huoti_console';

/** Whether the browser that posts a form reached us by plain HTTP on its own machine: the one case without `Secure`. */
const isLoopback = ({ headers: { origin } }: FastifyRequest): boolean =>
  origin !== undefined && origin.startsWith('http://') && isLoopbackHost(origin.slice('http://'.length));

const serialize = (request: FastifyRequest, value: string, maxAge?: number): string => {
  const secure = !isLoopback(request);
  return cookie.serialize(secure ? SECURE_NAME : LOOPBACK_NAME, value, {
    httpOnly: true,
    secure,
    sameSite: 'strict',
    path: '/',
    ...(maxAge === undefined ? {} : { maxAge }),
  });
};

/** The cookie of a sign-in, as a header, a header that forgets it, and its value in a request. */
export const signInCookie = {
  /** It ends with the browser; its real ends are kept by the server. */
  set: (request: FastifyRequest, value: string): string => serialize(request, value),
  clear: (request: FastifyRequest): string => serialize(request, '', 0),
  /** The name without the prefix counts on a loopback address only, where no other site lives beside us. */
  read({ headers: { cookie: header, host = '' } }: FastifyRequest): string | null {
    if (header === undefined) return null;
    const cookies = cookie.parse(header);
    return cookies[SECURE_NAME] ?? (isLoopbackHost(host) ? cookies[LOOPBACK_NAME] : undefined) ?? null;
  },
};
