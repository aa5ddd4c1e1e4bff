import type { PlatformHttp } from '../../ports/PlatformHttp.js';
import type { PlatformUnavailable } from '../../ports/PlatformVerifier.js';
import type { Time } from '../../ports/Time.js';
import { readWeChatAnswer, shortText, unavailable, wholeNumber } from './readWeChatAnswer.js';

/** `api_getstableaccesstoken`: the same token until it is about to run out, so that any number of processes may ask. */
const TOKEN_PATH = '/cgi-bin/stable_token';
/** Room that the page says to keep for a token, in characters. */
const MAX_TOKEN = 512;
/** "Any token has at least five minutes left": one that has less than this is asked for again, ms. */
const LEAST_LEFT_MS = 60_000;

/** The app's access token. */
export interface AccessTokens {
  get(options: {
    signal: AbortSignal | undefined;
  }): Promise<{ readonly kind: 'token'; readonly token: string } | PlatformUnavailable>;
  /** The service did not take this one: the next `get` asks again. */
  drop(token: string): void;
}

/**
 * Keeps the app's access token in memory and fetches it when it is needed; of several that need it at once, one asks. It is
 * never forced to be new (`force_refresh`), which would end the token of the operator's other systems.
 */
export function createAccessTokens({
  appId,
  appSecret,
  http,
  time,
}: {
  appId: string;
  appSecret: string;
  http: PlatformHttp;
  time: Time;
}): AccessTokens {
  type Got = Awaited<ReturnType<AccessTokens['get']>>;
  let kept: { readonly token: string; readonly untilMs: number } | null = null;
  let asking: Promise<Got> | null = null;

  async function ask(signal: AbortSignal | undefined): Promise<Got> {
    const body = JSON.stringify({
      grant_type: 'client_credential',
      appid: appId,
      secret: appSecret,
      force_refresh: false,
    });
    const answer = await http({ path: TOKEN_PATH, query: {}, body }, signal ? { signal } : {});
    const read = readWeChatAnswer(answer);
    if (read.kind !== 'read') return unavailable(`token: ${read.why}`);
    const token = shortText(read.fields, 'access_token', MAX_TOKEN);
    const seconds = wholeNumber(read.fields, 'expires_in');
    if (token === null || seconds === null || seconds <= 0) {
      const code = wholeNumber(read.fields, 'errcode');
      return unavailable(code === null ? 'token: malformed answer' : `token: errcode ${String(code)}`);
    }
    kept = { token, untilMs: time.nowMs() + seconds * 1000 };
    return { kind: 'token', token };
  }

  return {
    async get({ signal }) {
      if (kept !== null && kept.untilMs - time.nowMs() >= LEAST_LEFT_MS) {
        return { kind: 'token', token: kept.token };
      }
      if (asking !== null) {
        // Another's question: its abort is not ours, so where it is given up we ask ourselves.
        const shared = await asking.catch(() => null);
        return shared ?? ask(signal);
      }
      asking = ask(signal).finally(() => {
        asking = null;
      });
      return asking;
    },
    drop(token) {
      if (kept?.token === token) kept = null;
    },
  };
}
