import { fastifyCookie as cookie } from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { CONSOLE_PATH } from '../consolePath.js';
import { isLoopbackHost } from '../http/isLoopbackHost.js';

const NAME = 'huoti_console_language';
/** A year, s. */
const MAX_AGE_S = 31_536_000;

/** Remembers what the switch was set to. */
export const languageCookie = {
  set: ({ headers: { host = '' } }: FastifyRequest, locale: string): string =>
    cookie.serialize(NAME, locale, {
      path: CONSOLE_PATH,
      maxAge: MAX_AGE_S,
      sameSite: 'strict',
      httpOnly: true,
      secure: !isLoopbackHost(host),
    }),
  read: ({ headers }: FastifyRequest): string | undefined =>
    headers.cookie === undefined ? undefined : cookie.parse(headers.cookie)[NAME],
};
