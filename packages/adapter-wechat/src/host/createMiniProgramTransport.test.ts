import { describe, expect, it } from '@jest/globals';
import type { HttpTransport } from '@huoti/client';
import { createAbortSource } from '@huoti/core';
import { createManualClock } from '@huoti/core/testing';
import { codeOf } from '../../test/support/codeOf.js';
import { settle } from '../../test/support/settle.js';
import { createFakeMiniProgram, type FakeMiniProgramOptions } from '../testing/createFakeMiniProgram.js';
import { createMiniProgramTransport, type PlatformRequest } from './createMiniProgramTransport.js';

const bench = (serve: NonNullable<FakeMiniProgramOptions['serve']>) => {
  const platform = createFakeMiniProgram({ serve });
  const clock = createManualClock();
  // The type of @huoti/client: it fits as it is, or this does not compile.
  const transport: HttpTransport = createMiniProgramTransport({ api: platform.api, clock, timeoutMs: 5_000 });
  const abort = createAbortSource();
  const send = (request: Partial<PlatformRequest> = {}) =>
    transport.send({
      method: 'POST',
      url: 'https://liveness.example/v1/sessions',
      headers: { 'content-type': 'application/json' },
      body: null,
      maxBytes: 1000,
      signal: abort.signal,
      ...request,
    });
  return { platform, clock, abort, send };
};

const answer = (data: unknown, rest: object = {}): object => ({ statusCode: 200, header: {}, data, ...rest });
const bytes = (text: string): ArrayBuffer => Uint8Array.from(Buffer.from(text)).buffer;

describe('sending from a mini-program', () => {
  it('carries method, headers and exactly the bytes, and reads the answer whatever its status', async () => {
    const { platform, clock, send } = bench(() =>
      answer(bytes('{"a":1}'), { statusCode: 409, header: { 'Content-Type': 'application/problem+json' } }),
    );
    const body = new Uint8Array([9, 1, 2, 3, 9]).subarray(1, 4);
    const { status, header, body: got } = await send({ body });
    expect(status).toBe(409);
    expect(header('content-TYPE')).toBe('application/problem+json');
    expect(header('x-missing')).toBeNull();
    expect(Buffer.from(got).toString()).toBe('{"a":1}');
    const [request] = platform.requests;
    expect(request).toMatchObject({ method: 'POST', header: { 'content-type': 'application/json' } });
    expect(new Uint8Array(request?.data ?? new ArrayBuffer(0))).toEqual(Uint8Array.of(1, 2, 3));
    expect(clock.sleeperCount).toBe(0);
    expect(platform.pendingRequestCount).toBe(0);
  });

  it('reads text as UTF-8, and an answer without a body', async () => {
    const text = '活体 𝒜 ñ';
    const { send } = bench(() => answer(text));
    expect(Buffer.from((await send()).body).toString()).toBe(text);
    expect((await bench(() => answer('', { statusCode: 204 })).send()).body.length).toBe(0);
  });

  it("reads Alipay's answers, also those that it calls failures", async () => {
    const ok = bench(() => ({ status: 200, headers: { ETag: 'x' }, data: bytes('ok') }) as never);
    expect((await ok.send()).header('etag')).toBe('x');
    const refused = bench(
      () => ({ errMsg: '', error: 19, status: 403, headers: {}, data: bytes('no') }) as never,
    );
    expect((await refused.send()).status).toBe(403);
  });

  it.each([
    ['over maxBytes', answer(new ArrayBuffer(1001))],
    ['parsed already', answer({ parsed: true })],
    ['without a status', { header: {}, data: bytes('x') }],
    ['with a status that is none', answer(bytes('x'), { statusCode: 0 })],
  ])('an answer %s is PROTOCOL_MALFORMED', async (_title, served) => {
    expect(await codeOf(bench(() => served).send())).toBe('PROTOCOL_MALFORMED');
  });

  it.each([
    'http://liveness.example/v1',
    'http://127.0.0.1.evil.example/v1',
    'http://localhost/v1',
    'https://',
    'https://user@liveness.example/',
    'ftp://liveness.example/',
    '//liveness.example/',
    'https://liveness.example /',
  ])('%s is INVALID_ARGUMENT, and nothing is sent', async (url) => {
    const { platform, send } = bench(() => answer(''));
    expect(await codeOf(send({ url }))).toBe('INVALID_ARGUMENT');
    expect(platform.requests).toHaveLength(0);
  });

  it('sends to a machine of its own in the clear', async () => {
    const { platform, send } = bench(() => answer(''));
    await send({ url: 'http://127.0.0.1:8080/v1' });
    expect(platform.requests).toHaveLength(1);
  });

  it('a failure is NETWORK_FAILED, retryable; an address that is not registered is HOST_FORBIDS', async () => {
    const failing = bench(() => ({ errMsg: 'request:fail errcode:-118 cronet_error' }));
    const error = await failing.send().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'NETWORK_FAILED', retryable: true });
    const forbidden = bench(() => ({ errMsg: 'request:fail url not in domain list' }));
    expect(await codeOf(forbidden.send())).toBe('HOST_FORBIDS');
    const throwing = bench(() => answer(''));
    throwing.platform.behave('request', 'throws');
    expect(await codeOf(throwing.send())).toBe('NETWORK_FAILED');
  });

  it('no answer in time is NETWORK_FAILED, and the request is given up', async () => {
    const { platform, clock, send } = bench(() => null);
    const sent = codeOf(send());
    await settle();
    expect(platform.pendingRequestCount).toBe(1);
    clock.advanceBy(5_000);
    expect(await sent).toBe('NETWORK_FAILED');
    expect(platform.pendingRequestCount).toBe(0);
    expect(clock.sleeperCount).toBe(0);
  });

  it('an abort gives the request up; one before it sends nothing', async () => {
    const { platform, clock, abort, send } = bench(() => null);
    const sent = codeOf(send());
    await settle();
    abort.abort();
    expect(await sent).toBe('ABORTED');
    expect(platform.pendingRequestCount).toBe(0);
    expect(clock.sleeperCount).toBe(0);
    expect(await codeOf(send())).toBe('ABORTED');
    expect(platform.requests).toHaveLength(1);
  });

  it('a platform without request is an error at once', () => {
    expect(() => createMiniProgramTransport({ api: {}, clock: createManualClock() })).toThrow('no request');
  });
});
