import { abortedError, type AbortSignalLike, type AssetLoadOptions } from '@huoti/core';
import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { BrowserEnvironment } from '../environment/BrowserEnvironment.js';

/** The part of a page or a worker that downloads use. */
export interface FetchEnvironment extends Pick<BrowserEnvironment, 'nowMs' | 'setTimer' | 'clearTimer'> {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** What relative addresses are relative to. */
  baseUrl(): string;
  /** Missing on insecure pages. */
  subtle(): Pick<SubtleCrypto, 'digest'> | undefined;
}

/** What {@link fetchBytes} takes. */
export interface FetchBytesOptions {
  url: string;
  /** For messages. */
  file: string;
  stallTimeoutMs: number;
  environment: FetchEnvironment;
  signal: AbortSignalLike | undefined;
  onProgress: AssetLoadOptions['onProgress'];
}

const failed = (message: string, retryable: boolean, cause?: unknown): HuotiError =>
  new HuotiError('MODEL_LOAD_FAILED', message, { retryable, cause });

/** Answers after which another try may help. */
const isPassing = (status: number): boolean => status >= 500 || status === 408 || status === 429;

function totalBytes({ headers }: Response): number | null {
  // The length of what is sent: with a compressed answer it is not the length of what arrives.
  const length = Number(headers.get('content-length') ?? NaN);
  return headers.get('content-encoding') || !(length > 0) ? null : length;
}

async function readAll(response: Response, onBytes: (loadedBytes: number) => void): Promise<ArrayBuffer> {
  if (!response.body) {
    const bytes = await response.arrayBuffer();
    onBytes(bytes.byteLength);
    return bytes;
  }
  const reader = response.body.getReader();
  const parts: Uint8Array[] = [];
  let loadedBytes = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    loadedBytes += part.value.length;
    onBytes(loadedBytes);
  }
  const all = new Uint8Array(loadedBytes);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.buffer;
}

/**
 * One try to download one file of the page's own origin.
 *
 * @throws HuotiError MODEL_LOAD_FAILED (retryable after silence, a broken connection, 5xx, 408 and 429), ABORTED
 */
export async function fetchBytes({
  url,
  file,
  stallTimeoutMs,
  environment,
  signal,
  onProgress,
}: FetchBytesOptions): Promise<ArrayBuffer> {
  const control = new AbortController();
  let stalled = false;
  let timer = 0;
  const onAbort = (): void => control.abort();
  const expectBytes = (): void => {
    environment.clearTimer(timer);
    timer = environment.setTimer(() => {
      stalled = true;
      control.abort();
    }, stallTimeoutMs);
  };
  signal?.addEventListener('abort', onAbort);
  expectBytes();
  try {
    const response = await environment.fetch(url, {
      mode: 'same-origin',
      credentials: 'same-origin',
      redirect: 'error',
      signal: control.signal,
    });
    if (!response.ok) {
      throw failed(
        `${file}: the server answered ${response.status}, serve the model files at the given address`,
        isPassing(response.status),
      );
    }
    const total = totalBytes(response);
    return await readAll(response, (loadedBytes) => {
      expectBytes();
      onProgress?.(loadedBytes, total);
    });
  } catch (error) {
    if (signal?.aborted) throw abortedError(signal);
    if (isHuotiError(error)) throw error;
    if (stalled) throw failed(`${file}: no byte came for ${stallTimeoutMs / 1000} s, try again`, true, error);
    throw failed(
      `${file}: the connection failed, or the policy's connect-src forbids it; try again`,
      true,
      error,
    );
  } finally {
    environment.clearTimer(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
