import { describe, expect, it } from '@jest/globals';
import { FakeBrowser, settle } from '../../test/support/fakeBrowser.js';
import { createBrowserAssetLoader } from './createBrowserAssetLoader.js';
import type { FetchEnvironment } from './fetchBytes.js';

const setUp = (answers: ((init: RequestInit) => Promise<Response>)[]) => {
  const browser = new FakeBrowser();
  const asked: [string, RequestInit][] = [];
  const environment: FetchEnvironment = {
    ...browser.environment,
    fetch: (url, init) => {
      asked.push([url, init]);
      const answer = answers.shift();
      return answer ? answer(init) : Promise.reject(new TypeError('no answer was prepared'));
    },
    baseUrl: () => 'https://bank.test/verify/',
    subtle: () => crypto.subtle,
  };
  const load = createBrowserAssetLoader({ baseUrl: '/huoti', environment });
  return { browser, asked, environment, loader: load };
};

const silent = ({ signal }: RequestInit): Promise<Response> =>
  new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));

/** Long enough for a stream of Node's own to be read. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('createBrowserAssetLoader', () => {
  it("asks the page's own origin and no other", async () => {
    const { asked, loader } = setUp([
      async () => new Response('abc', { headers: { 'content-length': '3' } }),
    ]);
    const progress: [number, number | null][] = [];
    const bytes = await loader.load('model.bin', { onProgress: (...step) => progress.push(step) });
    expect(new TextDecoder().decode(bytes)).toBe('abc');
    expect(asked[0]?.[0]).toBe('https://bank.test/huoti/model.bin');
    expect(asked[0]?.[1]).toMatchObject({ mode: 'same-origin', redirect: 'error' });
    expect(progress).toEqual([[3, 3]]);
  });

  it('a folder of another origin is INVALID_ARGUMENT, and nothing is asked', async () => {
    const { asked, environment } = setUp([]);
    const loader = createBrowserAssetLoader({ baseUrl: 'https://cdn.test/huoti/', environment });
    await expect(loader.load('model.bin')).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
    expect(asked).toEqual([]);
  });

  it.each(['../secret', 'a/b', '//cdn.test/x', 'x?y', ''])('%p is no file name', async (name) => {
    const { loader } = setUp([]);
    await expect(loader.load(name)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT' });
  });

  it('a compressed answer has no known length', async () => {
    const headers = { 'content-length': '2', 'content-encoding': 'br' };
    const { loader } = setUp([async () => new Response('abc', { headers })]);
    let total: number | null = 0;
    await loader.load('model.bin', { onProgress: (_loaded, totalBytes) => (total = totalBytes) });
    expect(total).toBeNull();
  });

  it('a broken connection is tried three times, with pauses', async () => {
    const broken = async (): Promise<Response> => Promise.reject(new TypeError('offline'));
    const { browser, asked, loader } = setUp([broken, broken, broken, broken]);
    const loading = loader.load('model.bin').catch((error: unknown) => error);
    await browser.advance(399);
    expect(asked.length).toBe(1);
    await browser.advance(2000);
    expect(await loading).toMatchObject({ code: 'MODEL_LOAD_FAILED', retryable: true });
    expect(asked.length).toBe(3);
    expect(browser.liveResourceCount).toBe(0);
  });

  it('a server that recovers is forgiven', async () => {
    const { browser, loader } = setUp([
      async () => new Response('', { status: 503 }),
      async () => new Response('abc'),
    ]);
    const loading = loader.load('model.bin');
    await browser.advance(400);
    await turn();
    expect((await loading).byteLength).toBe(3);
  });

  it('a file that is not there is not asked for again', async () => {
    const { asked, loader } = setUp([async () => new Response('', { status: 404 })]);
    await expect(loader.load('model.bin')).rejects.toMatchObject({
      code: 'MODEL_LOAD_FAILED',
      retryable: false,
    });
    expect(asked.length).toBe(1);
  });

  it('15 s of silence end a try', async () => {
    const { browser, asked, loader } = setUp([silent, silent, silent]);
    const loading = loader.load('model.bin').catch((error: unknown) => error);
    await browser.advance(15_000 + 400);
    expect(asked.length).toBe(2);
    await browser.advance(60_000);
    expect(await loading).toMatchObject({ code: 'MODEL_LOAD_FAILED', retryable: true });
    expect(browser.liveResourceCount).toBe(0);
  });

  it('an abort ends a download and a pause, and leaves no timer', async () => {
    const control = new AbortController();
    const { browser, asked, loader } = setUp([silent]);
    const loading = loader.load('model.bin', { signal: control.signal }).catch((error: unknown) => error);
    control.abort();
    expect(await loading).toMatchObject({ code: 'ABORTED' });
    const second = new AbortController();
    const pausing = loader.load('model.bin', { signal: second.signal }).catch((error: unknown) => error);
    await settle();
    second.abort();
    expect(await pausing).toMatchObject({ code: 'ABORTED' });
    expect([asked.length, browser.liveResourceCount]).toEqual([2, 0]);
  });

  it('gives the sha256 of WebCrypto, and none without it', async () => {
    const { loader, environment } = setUp([]);
    const bytes = new TextEncoder().encode('abc').buffer as ArrayBuffer;
    expect(await loader.sha256Hex?.(bytes)).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    const insecure = createBrowserAssetLoader({
      baseUrl: '/',
      environment: { ...environment, subtle: () => undefined },
    });
    expect(insecure.sha256Hex).toBeUndefined();
  });
});
