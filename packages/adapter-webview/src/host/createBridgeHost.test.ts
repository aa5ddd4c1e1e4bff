import { describe, expect, it } from '@jest/globals';
import { createManualClock, createSeededRandom } from '@huoti/core/testing';
import { HuotiError } from '@huoti/protocol';
import { MAIN_FRAME, KNOWN_ORIGINS, TOKEN } from '../../test/support/createReceiverHarness.js';
import { settle } from '../../test/support/createCameraRig.js';
import { createFakeHostCamera } from '../testing/createFakeHostCamera.js';
import type { BridgeHostOptions } from './BridgeHost.js';
import type { BridgeSender } from './BridgeHostTransport.js';
import { createBridgeHost } from './createBridgeHost.js';

interface Told {
  readonly kind: string;
  readonly name: string;
  readonly session: string;
  readonly replyTo?: number;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: string; readonly message?: string };
}

/** A page of which every word is written by the test. */
const setUp = (over: Partial<BridgeHostOptions> = {}) => {
  const clock = createManualClock({ startMs: 5000 });
  const told: Told[] = [];
  const frames: number[] = [];
  const gone: string[] = [];
  let hear: (text: string, sender?: BridgeSender) => void = () => undefined;
  let listening = 0;
  const camera = createFakeHostCamera();
  const host = createBridgeHost({
    clock,
    camera,
    random: createSeededRandom(9),
    app: { id: 'example.bank' },
    platform: 'ios',
    trust: KNOWN_ORIGINS,
    transport: {
      send: (text) => {
        const message = JSON.parse(text) as Told;
        if (message.kind === 'frame') frames.push(Number(message.payload?.['sequence']));
        else told.push(message);
      },
      subscribe(listener) {
        hear = listener;
        listening += 1;
        return () => {
          hear = () => undefined;
          listening -= 1;
        };
      },
    },
    onPageGone: (reason) => gone.push(reason),
    ...over,
  });
  let lastId = 0;
  const say = async (fields: object, sender: BridgeSender | undefined = MAIN_FRAME): Promise<number> => {
    lastId += 1;
    const head = { protocol: 'huoti-bridge', version: '1.0', session: PAGE, id: lastId, timeMs: 1 };
    hear(JSON.stringify({ ...head, ...fields }), sender);
    await settle();
    return lastId;
  };
  const hello = (session = PAGE, fields: object = {}, sender?: BridgeSender): Promise<number> =>
    say({ kind: 'request', name: 'hello', session, payload: { ...HELLO, ...fields } }, sender);
  const ask = (name: string, payload: object = {}): Promise<number> =>
    say({ kind: 'request', name, payload });
  const last = (): Told => {
    const one = told[told.length - 1];
    if (!one) throw new TypeError('the host said nothing');
    return one;
  };
  return { host, clock, camera, told, frames, gone, say, hello, ask, last, listening: () => listening };
};

const PAGE = '1'.repeat(32);
const OTHER_PAGE = '2'.repeat(32);
const HELLO = {
  versions: ['1.0'],
  sdk: '1.0.0',
  engine: { wasm: true, simd: true, threads: false, webgl2: true, camera: true },
  nonce: 'c'.repeat(32),
  limits: { controlBytes: 262_144, frameBytes: 2_097_152 },
};
const WISH = {
  ...{ facing: 'user', idealWidthPx: 320, idealHeightPx: 240, idealFps: 30 },
  formats: ['jpeg', 'i420'],
};
const SESSION_ID = 'session-1'.padEnd(22, '0');

describe('createBridgeHost says welcome', () => {
  it('with what it offers, the nonce of the page and its own, and when it heard the hello', async () => {
    const { hello, last } = setUp({ pageCamera: true, device: { openSettings: async () => undefined } });
    const id = await hello();
    expect(last()).toMatchObject({ kind: 'reply', name: 'hello', session: PAGE, replyTo: id });
    expect(last().payload).toMatchObject({
      ...{
        version: '1.0',
        app: { id: 'example.bank' },
        platform: 'ios',
        echo: 'c'.repeat(32),
        heardAtMs: 5000,
      },
      capabilities: {
        ...{ 'camera.page': 1, 'camera.host': 1, 'frames.jpeg': 1, 'frames.i420': 1, 'settings.open': 1 },
      },
    });
    expect(Object.keys(last().payload?.['capabilities'] ?? {}).length).toBe(5);
    expect(last().payload?.['nonce']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('to each hello of a load, with one nonce and one grant', async () => {
    let grants = 0;
    const { hello, told } = setUp({
      async grant() {
        grants += 1;
        return { sessionId: SESSION_ID, clientToken: 't'.repeat(16) };
      },
    });
    await hello();
    await hello();
    expect(told.map(({ payload }) => payload?.['grant'])).toEqual(
      Array.from({ length: 2 }, () => ({ sessionId: SESSION_ID, clientToken: 't'.repeat(16) })),
    );
    expect(told[0]?.payload?.['nonce']).toBe(told[1]?.payload?.['nonce']);
    expect(grants).toBe(1);
  });

  it('to no version it does not speak, and says which it does', async () => {
    const { host, hello, last } = setUp();
    await hello(PAGE, { versions: ['7.0'] });
    expect(last().error).toMatchObject({
      code: 'unsupported_version',
      message: expect.stringMatching(/1\.0/),
    });
    expect(host.session).toBeNull();
  });

  it('to no origin that is not listed, which is told so once, and to no frame, which is told nothing', async () => {
    const { host, hello, say, told, last } = setUp();
    await hello(PAGE, {}, { origin: 'https://evil.example', isMainFrame: true });
    expect(last().error?.code).toBe('not_trusted');
    await say(
      { kind: 'request', name: 'camera.open', payload: WISH },
      { origin: 'https://evil.example', isMainFrame: true },
    );
    await hello(PAGE, {}, { ...MAIN_FRAME, isMainFrame: false });
    expect(told.length).toBe(1);
    expect(host.session).toBeNull();
    expect(host.refused).toEqual({ not_trusted: 3 });
  });

  it.each([
    ['later', async () => Promise.reject(new HuotiError('NETWORK_FAILED', 'the backend is away'))],
    [
      'at once',
      () => {
        throw new HuotiError('NETWORK_FAILED', 'the backend is away');
      },
    ],
  ])('with a backend that gives no session it refuses, by the code; it fails %s', async (_when, grant) => {
    const { hello, last } = setUp({ grant });
    await hello();
    expect(last().error).toEqual({ code: 'internal', retryable: false, message: 'the backend is away' });
  });

  it('to a page that took its hello back no more, though the backend answers later', async () => {
    let answer = (): void => undefined;
    const { host, hello, say, told, gone } = setUp({
      grant: ({ signal }) =>
        new Promise((resolve, reject) => {
          answer = () => resolve({ sessionId: SESSION_ID, clientToken: 't'.repeat(16) });
          signal.addEventListener('abort', () => reject(new HuotiError('ABORTED', 'made for the test')));
        }),
    });
    const id = await hello();
    await say({ kind: 'cancel', name: 'hello', replyTo: id });
    answer();
    await settle();
    expect(told).toEqual([]);
    expect(host.session).toBeNull();
    expect(gone).toEqual(['cancelled']);
  });

  it('by a token only to who knows it, and drops what it can not read unanswered', async () => {
    const { host, hello, say, told } = setUp({ trust: { kind: 'token', token: () => TOKEN } });
    await hello();
    await say({ kind: 'request', name: 'hello', payload: 7 }, undefined);
    expect(told).toEqual([]);
    await say({ kind: 'request', name: 'hello', payload: HELLO, token: TOKEN }, undefined);
    expect(host.session).toBe(PAGE);
    await say({ kind: 'request', name: 'camera.open', payload: WISH }, undefined);
    expect(told.length).toBe(1);
  });
});

describe('createBridgeHost and a page that goes', () => {
  it('a page loaded anew ends the old one: its camera, its requests, its place', async () => {
    const { host, camera, hello, say, ask, told, gone } = setUp();
    await hello();
    await ask('camera.open', WISH);
    expect(camera.isOpen).toBe(true);
    const stopping = host.stopSession();
    stopping.catch(() => undefined);
    await hello(OTHER_PAGE);
    expect(camera.isOpen).toBe(false);
    expect(host.session).toBe(OTHER_PAGE);
    expect(gone).toEqual(['page_reloaded']);
    await expect(stopping).rejects.toMatchObject({ code: 'BRIDGE_UNAVAILABLE' });
    const before = told.length;
    // What the old page still says, and a hello of it that was under way.
    await say({ kind: 'request', name: 'camera.open', payload: WISH });
    await hello(PAGE);
    expect(told.length).toBe(before);
    expect(host.session).toBe(OTHER_PAGE);
    expect(host.refused['other_session']).toBe(2);
  });

  it('the next page is told of a session that ended before its result', async () => {
    const { hello, say, ask, last } = setUp();
    await hello();
    await say({ kind: 'event', name: 'session.state', payload: { state: 'running', sessionId: SESSION_ID } });
    await hello(OTHER_PAGE);
    expect(last().payload?.['interrupted']).toEqual({
      sessionId: SESSION_ID,
      error: { code: 'page_reloaded', retryable: true },
    });
    await hello('3'.repeat(32));
    expect(last().payload?.['interrupted']).toBeUndefined();
    await ask('log');
  });

  it('a session whose result came is not told of, nor one that had ended', async () => {
    const told = setUp();
    await told.hello();
    await told.say({
      kind: 'event',
      name: 'session.state',
      payload: { state: 'sending', sessionId: SESSION_ID },
    });
    await told.ask('result', { sessionId: SESSION_ID, ended: 'completed' });
    await told.hello(OTHER_PAGE);
    expect(told.last().payload?.['interrupted']).toBeUndefined();
    const ended = setUp();
    await ended.hello();
    for (const state of ['running', 'ended'])
      await ended.say({ kind: 'event', name: 'session.state', payload: { state } });
    await ended.host.pageGone();
    await ended.hello(OTHER_PAGE);
    expect(ended.last().payload?.['interrupted']).toBeUndefined();
  });

  it('a process that died lets go of all, and the next page is told', async () => {
    const { host, camera, hello, say, ask, last, gone } = setUp();
    await hello();
    await ask('camera.open', WISH);
    await say({ kind: 'event', name: 'session.state', payload: { state: 'running' } });
    await host.pageGone();
    expect(camera.isOpen).toBe(false);
    expect(host.session).toBeNull();
    await hello(OTHER_PAGE);
    expect(last().payload?.['interrupted']).toEqual({ error: { code: 'process_gone', retryable: true } });
    expect(gone).toEqual(['process_gone']);
  });

  it('the person gets back the screen that the page had changed', async () => {
    const screen: string[] = [];
    const { host, hello, ask, clock, listening } = setUp({
      device: {
        setBrightness: async (level) => void screen.push(`brightness ${String(level)}`),
        setKeepAwake: async (on) => void screen.push(`awake ${String(on)}`),
        lockOrientation: async (orientation) => void screen.push(`orientation ${String(orientation)}`),
      },
    });
    await hello();
    await ask('brightness', { level: 1 });
    await ask('keepAwake', { on: true });
    await ask('keepAwake', { on: false });
    await ask('orientation.lock', { orientation: 'portrait' });
    screen.length = 0;
    await host.close();
    await host.close();
    expect(screen).toEqual(['brightness null', 'orientation null']);
    expect(clock.sleeperCount).toBe(0);
    expect(listening()).toBe(0);
  });

  it('without a page a session can not be started: BRIDGE_UNAVAILABLE', async () => {
    const { host, told } = setUp();
    await expect(host.stopSession()).rejects.toMatchObject({ code: 'BRIDGE_UNAVAILABLE' });
    host.pause();
    expect(told).toEqual([]);
  });
});
