import { abortedError, type AbortSignalLike, type Clock } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import { foldMiniProgramFailure } from '../platform/foldMiniProgramFailure.js';
import type {
  MiniProgramApi,
  MiniProgramRequestTask,
  MiniProgramResponse,
} from '../platform/MiniProgramApi.js';
import { readPlatformAnswer, statusOf, type PlatformAnswer } from './readPlatformAnswer.js';
import { within } from './within.js';

/** One request, as `@huoti/client` makes it. */
export interface PlatformRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  readonly maxBytes: number;
  readonly signal: AbortSignalLike;
}

/** Fits `server.transport` of `@huoti/client` as it is. */
export interface MiniProgramTransport {
  /**
   * @throws HuotiError NETWORK_FAILED (retryable) where no answer came in time; PROTOCOL_MALFORMED for one over `maxBytes`;
   * INVALID_ARGUMENT for an address that is not https; HOST_FORBIDS for a domain that is not registered; ABORTED
   */
  send(request: PlatformRequest): Promise<PlatformAnswer>;
}

/** What {@link createMiniProgramTransport} takes. */
export interface MiniProgramTransportOptions {
  readonly api: Pick<MiniProgramApi, 'request'>;
  readonly clock: Pick<Clock, 'sleep'>;
  /** Longest wait for one answer, in ms. The platforms' own is 60 s, and a person waits. @default 20000 */
  readonly timeoutMs?: number;
}

/** In the clear only to this machine itself, for a developer's tools. */
const ALLOWED = /^(https:\/\/[^/?#\s@]+|http:\/\/127\.0\.0\.1(:\d{1,5})?)([/?#]\S*)?$/i;
const NOT_REGISTERED = /domain list|合法域名|url not in/i;

const networkError = (cause: unknown): HuotiError =>
  new HuotiError('NETWORK_FAILED', 'the server could not be reached: check the connection', {
    cause,
    retryable: true,
  });

/** Alipay fails a request for a status of 400 and above, with the whole answer in the failure. */
function failed(failure: unknown, maxBytes: number): PlatformAnswer {
  if (statusOf(failure) !== null) return readPlatformAnswer(failure, maxBytes);
  const folded = foldMiniProgramFailure(failure, 'request');
  const said = String((failure as { errMsg?: unknown } | null)?.errMsg ?? '');
  if (isHuotiError(folded, 'HOST_FORBIDS') || NOT_REGISTERED.test(said)) {
    throw new HuotiError(
      'HOST_FORBIDS',
      "the platform refused the address: register the server's domain as a request domain in the admin console",
      { cause: failure },
    );
  }
  throw networkError(failure);
}

/**
 * Sends by the platform's `request`. It follows no redirect where the platform can be told, sends nothing twice, and keeps nothing.
 *
 * @throws HuotiError HOST_ERROR where the platform has no `request`
 * @example createLiveness({ host, server: { ...server, transport: createMiniProgramTransport({ api: wx, clock }) } });
 */
export function createMiniProgramTransport({
  api,
  clock,
  timeoutMs = 20_000,
}: MiniProgramTransportOptions): MiniProgramTransport {
  if (typeof api.request !== 'function') {
    throw new HuotiError('HOST_ERROR', 'this platform has no request: hand in a transport of your own');
  }
  return {
    async send({ method, url, headers, body, maxBytes, signal }) {
      if (signal.aborted) throw abortedError(signal);
      if (!ALLOWED.test(url)) {
        throw new HuotiError(
          'INVALID_ARGUMENT',
          'a mini-program sends to https addresses only: give the server one',
        );
      }
      let task: MiniProgramRequestTask | undefined;
      const answer = new Promise<PlatformAnswer>((resolve, reject) => {
        const settle = (read: () => PlatformAnswer): void => {
          try {
            resolve(read());
          } catch (error) {
            reject(error as Error);
          }
        };
        try {
          const options = {
            url,
            method,
            header: headers,
            // Alipay's name.
            headers,
            ...(body === null ? {} : { data: exactBuffer(body) }),
            // Anything but json is left as it is; Alipay asks for bytes by this name.
            dataType: 'arraybuffer',
            responseType: 'arraybuffer' as const,
            redirect: 'manual',
            timeout: timeoutMs,
            success: (response: MiniProgramResponse) => settle(() => readPlatformAnswer(response, maxBytes)),
            fail: (failure: unknown) => settle(() => failed(failure, maxBytes)),
          };
          task = api.request?.(options);
        } catch (error) {
          reject(networkError(error));
        }
      });
      let answered = false;
      try {
        const got = await within(answer, {
          clock,
          limitMs: timeoutMs,
          signal,
          late: () => networkError(null),
        });
        answered = true;
        return got;
      } finally {
        if (!answered) giveUp(task);
      }
    },
  };
}

/** The body alone: a view may lie in a larger buffer. */
function exactBuffer(body: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(body.byteLength);
  new Uint8Array(copy).set(body);
  return copy;
}

function giveUp(task: MiniProgramRequestTask | undefined): void {
  try {
    task?.abort();
  } catch {
    // A task that is over can't be aborted on some platforms.
  }
}
