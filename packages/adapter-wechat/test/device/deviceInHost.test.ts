import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { OpenMiniProgramOptions, Picture } from '@huoti/wx-host';
import type { MiniProgramKind } from '../../src/platform/MiniProgramProfile.js';
import { openDevice, type OpenDevice } from './deviceApp.js';

let open: OpenDevice | null = null;
afterEach(() => {
  open?.close();
  open = null;
});
const device = async (
  kind: MiniProgramKind = 'wechat',
  options: Partial<OpenMiniProgramOptions> = {},
): Promise<OpenDevice> => (open = await openDevice(kind, options));

const picture: Picture = {
  data: new Uint8Array(288 * 352 * 4).fill(200),
  widthPx: 288,
  heightPx: 352,
};

/** What a call fails with. */
const code = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code ?? String(error),
  );

/** Nothing of ours runs: camera, timers, listeners, requests. */
async function nothingLeft({ host }: OpenDevice): Promise<void> {
  await setTimeout(30);
  const { timers, frameListeners, appListeners, requests, workers } = host.alive();
  expect({ timers, frameListeners, requests, workers, cameras: host.camera.states() }).toEqual({
    timers: [],
    frameListeners: 0,
    requests: [],
    workers: [],
    cameras: [],
  });
  expect(Object.values(appListeners).filter((count) => count > 0)).toEqual([]);
}

/** One picture, and the frame that the page makes of it. A second one would wait in the stream for the next `frame`. */
async function frameOf(opened: OpenDevice): Promise<Record<string, number>> {
  const frame = opened.call<Record<string, number>>('frame');
  expect(opened.host.camera.feed(picture)).toBe(1);
  return frame;
}

const REALMS: readonly [string, MiniProgramKind, Partial<OpenMiniProgramOptions>][] = [
  ['WeChat', 'wechat', {}],
  ['WeChat of iOS 15, promises by timers', 'wechat', { promise: 'timeout', facts: { platform: 'ios' } }],
  ['an old engine', 'wechat', { engine: 'old' }],
  ['Alipay', 'alipay', {}],
  ['Douyin', 'douyin', {}],
];

describe.each(REALMS)('in the executed host, %s', (_title, kind, options) => {
  it('asks, opens, gives frames, closes, opens again, and leaves nothing', async () => {
    const opened = await device(kind, options);
    for (let round = 0; round < 2; round += 1) {
      await opened.call('open');
      expect(opened.host.permission.askedCount).toBe(1);
      const frame = await frameOf(opened);
      expect(frame).toMatchObject({ widthPx: 288, heightPx: 352, red: 200, afterClose: 0 });
      await opened.call('close');
      await nothingLeft(opened);
    }
  });

  it('refused: CAMERA_PERMISSION_DENIED; granted later in the settings: it opens', async () => {
    const opened = await device(kind, { ...options, permission: { answer: 'refuse' } });
    expect(await code(opened.call('open'))).toBe('CAMERA_PERMISSION_DENIED');
    await nothingLeft(opened);
    expect(await code(opened.call('open'))).toBe('CAMERA_PERMISSION_DENIED');
    opened.host.permission.inSettings = true;
    await opened.page.tap('#settings');
    expect(await opened.call('settingsAnswer')).toMatchObject({ permission: 'granted' });
    await opened.call('open');
    await opened.call('close');
    await nothingLeft(opened);
  });

  const ENDS: readonly [string, (opened: OpenDevice) => unknown][] = [
    ['the camera is taken away', ({ host }) => host.camera.interrupt()],
    ['the app is hidden', ({ host }) => host.hideApp()],
    ['the user goes back', ({ host }) => host.back()],
    ['a call comes in', ({ host }) => host.interruptAudio()],
    ['memory is critical', ({ host }) => host.warnOfMemory(15)],
  ];
  it.each(ENDS)('%s in the middle: CAMERA_INTERRUPTED, and nothing left', async (_why, end) => {
    const opened = await device(kind, options);
    await opened.call('open');
    await frameOf(opened);
    const pending = code(opened.call('frame'));
    await end(opened);
    expect(await pending).toBe('CAMERA_INTERRUPTED');
    await nothingLeft(opened);
  });

  it('light, facts, randomness and requests are those of the platform', async () => {
    const opened = await device(kind, {
      ...options,
      request: () => ({ statusCode: 200, header: { 'content-type': 'text/plain' }, data: 'ok' }),
    });
    const before = opened.host.facts.brightness;
    await opened.call('light');
    expect(opened.page.text('#colour')).toBe('1,0.5,0');
    await opened.call('dark');
    expect(opened.page.text('#colour')).toBe('');
    expect(opened.host.facts.brightness).toBe(before);
    expect(await opened.call('facts')).toMatchObject({ kind, engine: null });
    expect(new Set(await opened.call<number[]>('random')).size).toBeGreaterThan(40);
    const sent = await opened.call('send', 'https://liveness.example/v1');
    expect(sent).toEqual({ status: 200, type: 'text/plain', body: [111, 107] });
    expect(opened.host.record.network[0]).toMatchObject({ method: 'POST', header: { 'x-sent': 'yes' } });
    expect(opened.host.missing()).toEqual([]);
    await nothingLeft(opened);
  });
});

describe('in the executed host of WeChat', () => {
  it('the privacy notice refused: CAMERA_PERMISSION_DENIED; not declared: HOST_FORBIDS', async () => {
    const refused = await device('wechat', { privacy: { needed: true, answer: 'disagree' } });
    expect(await code(refused.call('open'))).toBe('CAMERA_PERMISSION_DENIED');
    expect(refused.host.permission.askedCount).toBe(0);
    await nothingLeft(refused);
    refused.host.privacy.answer = 'agree';
    await refused.call('open');
    await refused.call('close');
    refused.close();
    const undeclared = await device('wechat', { privacy: { needed: true, declared: false } });
    expect(await code(undeclared.call('open'))).toBe('HOST_FORBIDS');
    await nothingLeft(undeclared);
  });

  it.each(['hide', 'back', 'abort'] as const)(
    '%s while the person reads the prompt: nothing opens',
    async (how) => {
      const opened = await device('wechat', { permission: { answerAfterMs: 200 } });
      const opening = code(opened.call('open'));
      await setTimeout(60);
      if (how === 'hide') await opened.host.hideApp();
      else if (how === 'back') await opened.host.back();
      else await opened.call('abort');
      expect(await opening).toBe(how === 'abort' ? 'ABORTED' : 'CAMERA_INTERRUPTED');
      await setTimeout(200);
      await nothingLeft(opened);
    },
  );

  it('a base library without frames is CAMERA_UNSUPPORTED', async () => {
    const opened = await device('wechat', { without: ['createCameraContext'] });
    expect(await code(opened.call('open'))).toBe('CAMERA_UNSUPPORTED');
    await nothingLeft(opened);
  });

  it.each([
    ['that a person goes through', { verify: () => ({ verifyResult: 'ok' }) }, 'no error'],
    ['that fails is for the server to say', { verify: () => ({ errCode: 90_105 }) }, 'no error'],
    ['that a person closes', { verify: () => ({ errCode: 90_100 }) }, 'ABORTED'],
    ['that this phone has none of', { supported: false, verify: () => ({}) }, 'CAMERA_UNSUPPORTED'],
    ['that this version has none of', undefined, 'CAMERA_UNSUPPORTED'],
  ])("the platform's own verification, %s", async (_title, nativeVerification, expected) => {
    const opened = await device('wechat', nativeVerification === undefined ? {} : { nativeVerification });
    expect(await code(opened.call('native'))).toBe(expected);
    await nothingLeft(opened);
  });
});
