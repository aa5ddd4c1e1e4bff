import { describe, expect, it } from '@jest/globals';
import type { PlatformVerification } from '@huoti/client';
import type { SessionOutcome } from '@huoti/protocol';
import { HuotiError } from '@huoti/protocol';
import { createFakeLandmarker, createManualClock } from '@huoti/core/testing';
import { codeOf } from '../../test/support/codeOf.js';
import { settle } from '../../test/support/settle.js';
import { createCameraElement } from '../camera/createCameraElement.js';
import { createMiniProgramHost } from '../createMiniProgramHost.js';
import { createAbortController } from '../host/createAbortController.js';
import type { MiniProgramHostPieces } from '../MiniProgramHostPieces.js';
import { createFakeMiniProgram, type FakeMiniProgramOptions } from '../testing/createFakeMiniProgram.js';
import { createMiniProgramLiveness } from './createMiniProgramLiveness.js';
import type { LocalMode, MiniProgramMode, NativeMode, WebViewMode } from './MiniProgramModes.js';

const OUTCOME: SessionOutcome = {
  sessionId: 'AAAAAAAAAAAAAAAAAAAAAA',
  status: 'completed',
  reason: null,
  gate: null,
  retryAfterS: null,
  decided: true,
};

const bench = (mode: MiniProgramMode, options: FakeMiniProgramOptions = {}) => {
  const platform = createFakeMiniProgram(options);
  const clock = createManualClock();
  const element = createCameraElement();
  const page = platform.showPage(element);
  const landmarker = createFakeLandmarker();
  const { api, profile } = platform;
  const createHost = (): Promise<MiniProgramHostPieces> =>
    createMiniProgramHost({ api, profile, element, landmarker, clock, light: { surface: page.surface } });
  const controller = createAbortController();
  const make = (other: MiniProgramMode = mode) =>
    createMiniProgramLiveness({ api, profile, mode: other, createHost, clock });
  const run = () => make().run({ signal: controller.signal });
  return { platform, clock, page, landmarker, controller, createHost, make, run };
};

const local = (start: LocalMode['start']): LocalMode => ({ mode: 'local', start });
const never = (): Promise<never> => new Promise(() => undefined);

describe('any mode', () => {
  const webView = (): WebViewMode => ({
    mode: 'web-view',
    evidenceLevel: 'none',
    open: () => Promise.resolve(),
    outcome: () => Promise.resolve(OUTCOME),
  });

  it('runs once', async () => {
    const liveness = bench(webView()).make();
    expect(await liveness.run()).toEqual(OUTCOME);
    expect(await codeOf(liveness.run())).toBe('SESSION_ALREADY_RUN');
  });

  it('is BUSY while another one runs in the same mini-program, and may be run after it', async () => {
    let back: () => void = () => undefined;
    const { make } = bench({ ...webView(), open: () => new Promise<void>((resolve) => (back = resolve)) });
    const first = make().run();
    const second = make(webView());
    expect(await codeOf(second.run())).toBe('BUSY');
    back();
    await first;
    expect(await second.run()).toEqual(OUTCOME);
  });

  it('aborted before it starts does nothing', async () => {
    const opened: string[] = [];
    const { controller, run } = bench({ ...webView(), open: async () => void opened.push('open') });
    controller.abort();
    expect(await codeOf(run())).toBe('ABORTED');
    expect(opened).toEqual([]);
  });

  it('has to be one of the three, and local needs its pieces', () => {
    const { platform } = bench(webView());
    const { api, profile } = platform;
    const make = (mode: unknown): void =>
      void createMiniProgramLiveness({ api, profile, mode: mode as MiniProgramMode });
    expect(() => make({ mode: 'upload' })).toThrow('local, native or web-view');
    expect(() => make(local(never))).toThrow('createHost');
  });
});

describe('the mode local', () => {
  it('runs the session with pieces that let nothing out, and gives them back', async () => {
    const seen: MiniProgramHostPieces[] = [];
    const { landmarker, platform, run } = bench(
      local((host) => {
        seen.push(host);
        return { run: () => Promise.resolve(OUTCOME) };
      }),
    );
    expect(await run()).toEqual(OUTCOME);
    expect(seen[0]?.evidenceLevels).toEqual(['none']);
    expect(landmarker.disposeCount).toBeGreaterThan(0);
    expect(platform.requests).toEqual([]);
  });

  it('refuses pieces that would let evidence out, before a session is made', async () => {
    const { platform, createHost, landmarker } = bench(local(never));
    let started = 0;
    const liveness = createMiniProgramLiveness({
      api: platform.api,
      profile: platform.profile,
      mode: local(() => {
        started += 1;
        return { run: never };
      }),
      createHost: async () => ({ ...(await createHost()), evidenceLevels: ['none', 'frames'] as never }),
    });
    expect(await codeOf(liveness.run())).toBe('HOST_FORBIDS');
    expect(started).toBe(0);
    expect(landmarker.disposeCount).toBeGreaterThan(0);
  });

  it('gives everything back where the session can not be made, or fails', async () => {
    const unmade = bench(
      local(() => {
        throw new HuotiError('CONSENT_REQUIRED', 'ask first');
      }),
    );
    expect(await codeOf(unmade.run())).toBe('CONSENT_REQUIRED');
    expect(unmade.landmarker.disposeCount).toBeGreaterThan(0);
    const failing = bench(
      local(async (host) => {
        await host.light?.show([1, 1, 1]);
        return { run: () => Promise.reject(new TypeError('broken')) };
      }),
    );
    expect(await codeOf(failing.run())).toBe('HOST_ERROR');
    expect(failing.landmarker.disposeCount).toBeGreaterThan(0);
    expect(failing.page.colour).toBeNull();
    expect(failing.platform.brightness).toBe(0.4);
  });

  it('hands the signal to the session and waits until that has given everything back', async () => {
    let ended = false;
    const { controller, run } = bench(
      local(() => ({
        run: ({ signal } = {}) =>
          new Promise((_resolve, reject) => {
            signal?.addEventListener('abort', () => {
              void settle().then(() => {
                ended = true;
                reject(new HuotiError('ABORTED', 'heard'));
              });
            });
          }),
      })),
    );
    const running = codeOf(run());
    await settle();
    controller.abort();
    expect(await running).toBe('ABORTED');
    expect(ended).toBe(true);
  });

  it('pieces that come after an abort are given back', async () => {
    const { platform, createHost, landmarker, controller } = bench(local(never));
    let give: () => void = () => undefined;
    const liveness = createMiniProgramLiveness({
      api: platform.api,
      profile: platform.profile,
      mode: local(never),
      createHost: async () => {
        await new Promise<void>((resolve) => (give = resolve));
        return createHost();
      },
    });
    const running = codeOf(liveness.run({ signal: controller.signal }));
    await settle();
    controller.abort();
    expect(await running).toBe('ABORTED');
    give();
    await settle();
    expect(landmarker.disposeCount).toBeGreaterThan(0);
  });
});

describe('the mode native', () => {
  const native = (calls: string[] = []): NativeMode => ({
    mode: 'native',
    begin: async () => {
      calls.push('begin');
      return { verifyId: 'id-of-the-platform' };
    },
    complete: async () => {
      calls.push('complete');
      return OUTCOME;
    },
  });

  it('asks the platform, begins at the server, verifies, and takes the outcome from the server', async () => {
    const calls: string[] = [];
    const { platform, clock, run } = bench(native(calls));
    expect(await run()).toEqual(OUTCOME);
    expect(platform.calls).toEqual(['checkIsSupportFacialRecognition', 'requestFacialVerify']);
    expect(calls).toEqual(['begin', 'complete']);
    expect(clock.sleeperCount).toBe(0);
  });

  it.each(['alipay', 'douyin'] as const)('%s has none: HOST_FORBIDS, and nothing is begun', async (kind) => {
    const calls: string[] = [];
    expect(await codeOf(bench(native(calls), { kind }).run())).toBe('HOST_FORBIDS');
    expect(calls).toEqual([]);
  });

  it.each([
    [{ errMsg: 'checkIsSupportFacialRecognition:fail face detect not support' }, 'CAMERA_UNSUPPORTED'],
    [{ errMsg: 'checkIsSupportFacialRecognition:fail', errCode: 10_001 }, 'CAMERA_UNSUPPORTED'],
    [{ errMsg: 'checkIsSupportFacialRecognition:fail:access denied', errno: 102 }, 'HOST_FORBIDS'],
  ])('a platform that says %j: %s, and nothing is begun', async (fails, code) => {
    const calls: string[] = [];
    const { platform, run } = bench(native(calls));
    platform.behave('checkIsSupportFacialRecognition', { fails });
    expect(await codeOf(run())).toBe(code);
    expect(calls).toEqual([]);
  });

  it('an old version that lacks the calls is CAMERA_UNSUPPORTED', async () => {
    expect(await codeOf(bench(native(), { lacks: ['requestFacialVerify'] }).run())).toBe(
      'CAMERA_UNSUPPORTED',
    );
  });

  it('a person who closes the page is ABORTED, retryable, and the server is not told of a result', async () => {
    const calls: string[] = [];
    const { platform, run } = bench(native(calls));
    platform.behave('requestFacialVerify', {
      fails: { errMsg: 'requestFacialVerify:fail', errCode: 90_100 },
    });
    expect(await run().catch((error: unknown) => error)).toMatchObject({ code: 'ABORTED', retryable: true });
    expect(calls).toEqual(['begin']);
  });

  it('a person who was not verified is for the server to say', async () => {
    const { platform, make } = bench(native());
    const failed: SessionOutcome = { ...OUTCOME, status: 'failed', reason: 'FACE_MISMATCH' };
    platform.behave('requestFacialVerify', {
      fails: { errMsg: 'requestFacialVerify:fail', errCode: 90_105 },
    });
    expect(await make({ ...native(), complete: () => Promise.resolve(failed) }).run()).toEqual(failed);
  });

  it('a platform that throws asks the server too; one that says yes twice is taken once', async () => {
    const calls: string[] = [];
    const throwing = bench(native(calls));
    throwing.platform.behave('requestFacialVerify', 'throws');
    expect(await throwing.run()).toEqual(OUTCOME);
    const twice = bench(native(calls));
    twice.platform.behave('requestFacialVerify', 'twice');
    expect(await twice.run()).toEqual(OUTCOME);
    expect(calls).toEqual(['begin', 'complete', 'begin', 'complete']);
  });

  it('takes a verification of the client as it is', async () => {
    const verification: Pick<PlatformVerification, 'begin' | 'complete'> = native();
    const mode: NativeMode = { mode: 'native', ...verification };
    expect(await bench(mode).run()).toEqual(OUTCOME);
  });

  it('a session that the server refuses at the begin is an outcome, and the platform shows nothing', async () => {
    const refused: SessionOutcome = {
      ...OUTCOME,
      status: 'failed',
      reason: 'TOO_MANY_ATTEMPTS',
      retryAfterS: 600,
    };
    const error = Object.assign(new HuotiError('HOST_ERROR', 'refused'), { outcome: refused });
    const { platform, run } = bench({ ...native(), begin: () => Promise.reject(error) });
    expect(await run()).toEqual(refused);
    expect(platform.calls).not.toContain('requestFacialVerify');
  });

  it('no id of the platform is PROTOCOL_MALFORMED', async () => {
    const mode = { ...native(), begin: () => Promise.resolve({ verifyId: '' }) };
    expect(await codeOf(bench(mode).run())).toBe('PROTOCOL_MALFORMED');
  });

  it.each(['begin', 'complete', 'verify'] as const)(
    'an abort while it waits for %s is ABORTED',
    async (stage) => {
      const mode = {
        ...native(),
        ...(stage === 'begin' ? { begin: never } : {}),
        ...(stage === 'complete' ? { complete: never } : {}),
      };
      const { platform, clock, controller, run } = bench(mode);
      if (stage === 'verify') platform.behave('requestFacialVerify', 'silent');
      const running = codeOf(run());
      await settle();
      controller.abort();
      expect(await running).toBe('ABORTED');
      expect(clock.sleeperCount).toBe(0);
    },
  );
});

describe('the mode web-view', () => {
  const webView = (calls: string[], rest: Partial<WebViewMode> = {}): WebViewMode => ({
    mode: 'web-view',
    evidenceLevel: 'trace',
    open: async () => void calls.push('open'),
    outcome: async () => {
      calls.push('outcome');
      return OUTCOME;
    },
    ...rest,
  });

  it('opens the page, and asks the backend once the person is back', async () => {
    const calls: string[] = [];
    expect(await bench(webView(calls)).run()).toEqual(OUTCOME);
    expect(calls).toEqual(['open', 'outcome']);
  });

  it.each([undefined, false, 'yes' as never])(
    'pictures without a clearance (%j) are HOST_FORBIDS before anything opens',
    async (cleared) => {
      const calls: string[] = [];
      const mode = webView(calls, { evidenceLevel: 'frames', ...(cleared === undefined ? {} : { cleared }) });
      expect(await codeOf(bench(mode).run())).toBe('HOST_FORBIDS');
      expect(calls).toEqual([]);
    },
  );

  it('a level that nobody knows is refused alike', async () => {
    const calls: string[] = [];
    const mode = webView(calls, { evidenceLevel: 'everything' as never, cleared: true });
    expect(await codeOf(bench(mode).run())).toBe('HOST_FORBIDS');
    expect(calls).toEqual([]);
  });

  it('pictures with a clearance are let through', async () => {
    expect(await bench(webView([], { evidenceLevel: 'frames', cleared: true })).run()).toEqual(OUTCOME);
  });

  it.each(['open', 'outcome'] as const)('an abort while it waits for %s is ABORTED', async (stage) => {
    const { controller, run } = bench(webView([], { [stage]: never }));
    const running = codeOf(run());
    await settle();
    controller.abort();
    expect(await running).toBe('ABORTED');
  });

  it('what the page or the backend throws keeps its code, and becomes HOST_ERROR where it has none', async () => {
    const network = new HuotiError('NETWORK_FAILED', 'gone', { retryable: true });
    expect(await codeOf(bench(webView([], { outcome: () => Promise.reject(network) })).run())).toBe(
      'NETWORK_FAILED',
    );
    const broken = webView([], {
      open: () => {
        throw new TypeError('no such page');
      },
    });
    expect(await codeOf(bench(broken).run())).toBe('HOST_ERROR');
  });
});
