import {
  createMiniProgramTransport,
  HuotiError,
  type createMiniProgramClock,
  type MiniProgramApi,
} from '@huoti/adapter-wechat/miniprogram/hand-over';
import type { AbortSignalLike } from '@huoti/core';
import type { Backend } from './Backend.js';
import { readOperatorSession } from './readOperatorSession.js';
import { readOutcome } from './readOutcome.js';

/** More than any answer has. */
const MAX_BYTES = 16_384;

/** What {@link createBackend} takes. */
export interface BackendOptions {
  readonly api: MiniProgramApi;
  readonly clock: ReturnType<typeof createMiniProgramClock>;
  /** Without a slash at its end. */
  readonly backendUrl: string;
}

/** Both ways hold nothing but ASCII: a phone may have neither TextEncoder nor TextDecoder. */
const encode = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const decode = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/**
 * Asks the operator's backend by the platform's `request`. Your own sign-in (`wx.login`, a session header) belongs here: this demo has
 * none.
 */
export function createBackend({ api, clock, backendUrl }: BackendOptions): Backend {
  const transport = createMiniProgramTransport({ api, clock });

  async function ask(path: string, body: object | null, signal: AbortSignalLike): Promise<unknown> {
    const answer = await transport.send({
      method: body === null ? 'GET' : 'POST',
      url: `${backendUrl}/liveness/sessions${path}`,
      headers: body === null ? {} : { 'content-type': 'application/json' },
      body: body === null ? null : encode(JSON.stringify(body)),
      maxBytes: MAX_BYTES,
      signal,
    });
    if (answer.status < 200 || answer.status > 299) {
      throw new HuotiError('NETWORK_FAILED', `the backend answered with status ${String(answer.status)}`, {
        retryable: true,
      });
    }
    try {
      return answer.body.length === 0 ? null : (JSON.parse(decode(answer.body)) as unknown);
    } catch (cause) {
      throw new HuotiError('PROTOCOL_MALFORMED', 'the backend answered in something else than JSON', {
        cause,
      });
    }
  }

  return {
    openSession: async (mode, signal) => readOperatorSession(await ask('', { mode }, signal)),
    outcomeOf: async (sessionId, signal) =>
      readOutcome(await ask(`/${encodeURIComponent(sessionId)}/outcome`, null, signal), sessionId),
  };
}
