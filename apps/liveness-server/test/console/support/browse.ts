import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { PASSWORD } from './startConsole.js';

/** The host that test browsers think they are at. */
export const HOST = 'console.example';

/** What a request of {@link Browsing} may be told to do differently. */
export interface Telling {
  readonly headers?: Readonly<Record<string, string>>;
  readonly address?: string;
}

/** A browser as far as the console can tell: it keeps its cookie and posts from its own pages. */
export interface Browsing {
  get(path: string, telling?: Telling): Promise<LightMyRequestResponse>;
  post(
    path: string,
    form: Readonly<Record<string, string>>,
    telling?: Telling,
  ): Promise<LightMyRequestResponse>;
  /** The token of the forms of a page. */
  token(): Promise<string>;
  cookie: string | null;
}

/** Opens one, signed in where a name is given. */
export async function browse(app: FastifyInstance, name?: string): Promise<Browsing> {
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    form: Readonly<Record<string, string>> | null,
    { headers = {}, address = '198.51.100.7' }: Telling = {},
  ): Promise<LightMyRequestResponse> => {
    const answer = await app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        host: HOST,
        'accept-language': 'en',
        ...(browsing.cookie === null ? {} : { cookie: browsing.cookie }),
        ...(form === null
          ? {}
          : { origin: `https://${HOST}`, 'content-type': 'application/x-www-form-urlencoded' }),
        ...headers,
      },
      ...(form === null ? {} : { payload: new URLSearchParams(form).toString() }),
    });
    const set = answer.cookies.find((one) => one.name === '__Host-huoti_console');
    if (set !== undefined) browsing.cookie = set.value === '' ? null : `${set.name}=${set.value}`;
    return answer;
  };
  const browsing: Browsing = {
    cookie: null,
    get: (path, telling) => send('GET', path, null, telling),
    post: (path, form, telling) => send('POST', path, form, telling),
    async token() {
      const { body } = await send('GET', '/console', null);
      return /name="token" value="([^"]+)"/.exec(body)?.[1] ?? '';
    },
  };
  if (name !== undefined) {
    const { statusCode } = await browsing.post('/console/sign-in', { name, password: PASSWORD });
    if (statusCode !== 303) throw new TypeError(`${name} could not sign in: ${statusCode}`);
  }
  return browsing;
}
