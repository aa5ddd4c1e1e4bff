import { abortedError } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { HttpAnswer, HttpTransport } from './HttpTransport.js';

/** The part of a fetch answer that is used. */
export interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body?: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
  } | null;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Something that behaves like the web's `fetch`. */
export type FetchLike = (url: string, init: Readonly<Record<string, unknown>>) => Promise<FetchAnswer>;

/** What {@link createFetchTransport} takes. */
export interface FetchTransportOptions {
  /** @default the host's own */
  fetch?: FetchLike;
}

interface Controller {
  readonly signal: unknown;
  abort(): void;
}

const tooLong = (maxBytes: number): HuotiError =>
  new HuotiError('PROTOCOL_MALFORMED', `the server's answer is longer than ${maxBytes} bytes`);

/**
 * Sends by `fetch`, with everything off that a session has no use for: cookies, caches, redirects, referrers.
 *
 * @throws HuotiError INVALID_ARGUMENT where the host has no `fetch` and none was given
 */
export function createFetchTransport({ fetch = hostFetch() }: FetchTransportOptions = {}): HttpTransport {
  return {
    async send({ method, url, headers, body, maxBytes, signal }) {
      if (signal.aborted) throw abortedError(signal);
      const controller = createController();
      let onAbort = (): void => undefined;
      const aborted = new Promise<never>((_resolve, reject) => {
        onAbort = () => {
          controller?.abort();
          reject(abortedError(signal));
        };
        signal.addEventListener('abort', onAbort);
      });
      const work = fetch(url, {
        method,
        headers,
        ...(body === null ? {} : { body }),
        ...(controller === null ? {} : { signal: controller.signal }),
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      }).then((answer) => readAnswer(answer, maxBytes));
      // Where the race is lost, what it rejects with later is nobody's business any more.
      work.catch(() => undefined);
      try {
        return await Promise.race([work, aborted]);
      } catch (error) {
        if (isHuotiError(error)) throw error;
        if (signal.aborted) throw abortedError(signal);
        throw new HuotiError('NETWORK_FAILED', 'the server could not be reached: check the connection', {
          cause: error,
          retryable: true,
        });
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}

function hostFetch(): FetchLike {
  const found: unknown = Reflect.get(globalThis, 'fetch');
  if (typeof found !== 'function') {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'this host has no fetch: give `server.transport` one of its own',
    );
  }
  // Called as a plain function it would lose its global.
  return (url, init) => Reflect.apply(found, globalThis, [url, init]) as Promise<FetchAnswer>;
}

function createController(): Controller | null {
  const found = Reflect.get(globalThis, 'AbortController') as (new () => Controller) | undefined;
  return found === undefined ? null : new found();
}

async function readAnswer(answer: FetchAnswer, maxBytes: number): Promise<HttpAnswer> {
  return {
    status: answer.status,
    header: (name) => answer.headers.get(name),
    body: await readBody(answer, maxBytes),
  };
}

async function readBody(answer: FetchAnswer, maxBytes: number): Promise<Uint8Array> {
  const reader = answer.body?.getReader();
  if (reader === undefined) {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.length > maxBytes) throw tooLong(maxBytes);
    return bytes;
  }
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (value === undefined) continue;
    length += value.length;
    if (length > maxBytes) {
      reader.cancel().catch(() => undefined);
      throw tooLong(maxBytes);
    }
    pieces.push(value);
  }
  return concatBytes(pieces, length);
}

function concatBytes(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
