import { miniProgramProfiles } from '../platform/miniProgramProfiles.js';
import type {
  MiniProgramApi,
  MiniProgramCall,
  MiniProgramCameraFrame,
  MiniProgramFailure,
  MiniProgramResponse,
} from '../platform/MiniProgramApi.js';
import type { MiniProgramKind } from '../platform/MiniProgramProfile.js';
import { createFakePage } from './createFakePage.js';
import type { FakeBehaviour, FakeMiniProgram, FakeRequest } from './FakeMiniProgram.js';

/** What {@link createFakeMiniProgram} takes. */
export interface FakeMiniProgramOptions {
  /** @default 'wechat' */
  readonly kind?: MiniProgramKind;
  /** @default 'granted' */
  readonly permission?: FakeMiniProgram['permission'];
  /** Calls that this platform or this version does not have. @default [] */
  readonly lacks?: readonly (keyof MiniProgramApi)[];
  /** Answers requests; one that gives `null` is never answered. @default 404 without a body */
  readonly serve?: (request: FakeRequest) => Partial<MiniProgramResponse> | MiniProgramFailure | null;
  /** What `requestFacialVerify` succeeds with. @default { verifyResult: 'ok' } */
  readonly verifyResult?: { readonly verifyResult?: string };
}

interface Answerable {
  success?: (result: never) => void;
  fail?: (failure: MiniProgramFailure) => void;
  complete?: () => void;
}

/**
 * A platform without a phone, for tests of whatever runs in a mini-program. It answers in a microtask, as a platform does: never inside
 * of the call.
 *
 * @example
 * const platform = createFakeMiniProgram({ permission: 'not-asked' });
 * platform.showPage(element);
 * const source = createMiniProgramCameraSource({ api: platform.api, profile: platform.profile, element, clock });
 */
export function createFakeMiniProgram({
  kind = 'wechat',
  permission = 'granted',
  lacks = [],
  serve = () => ({ statusCode: 404, header: {}, data: new ArrayBuffer(0) }),
  verifyResult = { verifyResult: 'ok' },
}: FakeMiniProgramOptions = {}): FakeMiniProgram {
  const profile = miniProgramProfiles[kind];
  const calls: string[] = [];
  const requests: FakeRequest[] = [];
  const behaviours = new Map<string, FakeBehaviour>();
  const held = new Map<string, (() => void)[]>();
  const frameListeners = new Set<(frame: MiniProgramCameraFrame) => void>();
  const running = new Set<object>();
  const pending = new Set<object>();
  const listeners = {
    hide: new Set<() => void>(),
    memory: new Set<(warning: object) => void>(),
    audio: new Set<() => void>(),
  };

  const later = (work: () => void): void => {
    void Promise.resolve().then(work);
  };

  /** Makes one call behave as the test wants; `work` changes the fake's state and gives the result, or what it fails with. */
  const perform = (
    call: string,
    options: Answerable | undefined,
    work: () => { readonly ok: unknown } | { readonly fails: MiniProgramFailure },
  ): void => {
    calls.push(call);
    const behaviour = behaviours.get(call) ?? 'usual';
    if (behaviour === 'silent') return;
    if (behaviour === 'throws') throw new TypeError(`${call} threw`);
    const succeed = (result: unknown): void => options?.success?.(result as never);
    const respond = (): void => {
      const outcome = typeof behaviour === 'object' ? behaviour : work();
      if ('fails' in outcome) options?.fail?.(outcome.fails);
      else succeed(outcome.ok);
      if (behaviour === 'twice') {
        options?.fail?.({ errMsg: `${call}:fail a second answer` });
        succeed(undefined);
      }
      options?.complete?.();
    };
    if (behaviour !== 'held') return later(respond);
    held.set(call, [...(held.get(call) ?? []), respond]);
  };
  const ok = (result: unknown = {}): { readonly ok: unknown } => ({ ok: result });

  const authSetting = (): object => {
    if (profile.cameraScope === null || fake.permission === 'not-asked') return {};
    return { [profile.cameraScope]: fake.permission === 'granted' };
  };

  const api: MiniProgramApi = {
    createCameraContext(id) {
      calls.push('createCameraContext');
      if (behaviours.get('createCameraContext') === 'throws') throw new TypeError('no camera context');
      if (profile.cameraContextNeedsId && id === undefined) throw new TypeError('an id is needed');
      return {
        onCameraFrame(callback) {
          const listener = {
            start: (options?: MiniProgramCall) =>
              perform('listener.start', options, () => {
                running.add(listener);
                return ok();
              }),
            stop: (options?: MiniProgramCall) =>
              perform('listener.stop', options, () => {
                running.delete(listener);
                frameListeners.delete(callback);
                return ok();
              }),
          };
          frameListeners.add(callback);
          return listener;
        },
      };
    },
    getFileSystemManager: () => ({
      readFile: (options) =>
        perform('readFile', options, () => ({ fails: { errMsg: 'readFile:fail no such file' } })),
    }),
    getDeviceInfo: () => ({ platform: 'android', system: 'Android 14' }),
    getAppBaseInfo: () => ({ version: '8.0.50', SDKVersion: '3.5.8', language: 'zh_CN' }),
    getSystemInfoSync: () => ({
      platform: 'android',
      system: 'Android 14',
      version: '8.0.50',
      language: 'zh_CN',
    }),
    getNetworkType: (options) => perform('getNetworkType', options, () => ok({ networkType: 'wifi' })),
    getSetting: (options) => perform('getSetting', options, () => ok({ authSetting: authSetting() })),
    authorize: (options) =>
      perform('authorize', options, () => {
        if (fake.permission === 'not-asked') fake.permission = fake.nextAnswer;
        return fake.permission === 'granted'
          ? ok()
          : { fails: { errMsg: 'authorize:fail auth deny', errno: 103 } };
      }),
    openSetting: (options) =>
      perform('openSetting', options, () => {
        fake.permission = fake.settingsChange ?? fake.permission;
        return ok({ authSetting: authSetting() });
      }),
    getPrivacySetting: (options) =>
      perform('getPrivacySetting', options, () => ok({ needAuthorization: fake.privacyNeeded })),
    requirePrivacyAuthorize: (options) =>
      perform('requirePrivacyAuthorize', options, () => {
        if (fake.privacyNeeded) fake.privacyNeeded = fake.privacyAnswer === 'disagree';
        const errMsg = 'requirePrivacyAuthorize:fail privacy permission is not authorized';
        return fake.privacyNeeded ? { fails: { errMsg, errno: 104 } } : ok();
      }),
    getRandomValues: (options) =>
      perform('getRandomValues', options, () =>
        ok({
          randomValues: Uint8Array.from({ length: options.length }, (_, at) => (at * 37 + 11) & 255).buffer,
        }),
      ),
    request(options) {
      const { url, method, header, data } = options;
      const request = { url, method, header, data: data instanceof ArrayBuffer ? data : null };
      requests.push(request);
      const task = { abort: () => void pending.delete(task) };
      pending.add(task);
      const served = serve(request);
      if (served === null) return task;
      perform('request', options, () => {
        pending.delete(task);
        return 'errMsg' in served ? { fails: served } : ok(served);
      });
      return task;
    },
    setScreenBrightness: (options) =>
      perform('setScreenBrightness', options, () => {
        fake.brightness = options.value;
        return ok();
      }),
    getScreenBrightness: (options) =>
      perform('getScreenBrightness', options, () => ok({ value: fake.brightness })),
    setKeepScreenOn: (options) =>
      perform('setKeepScreenOn', options, () => {
        fake.keepsScreenOn = options.keepScreenOn;
        return ok();
      }),
    onAppHide: (listener) => void listeners.hide.add(listener),
    offAppHide: (listener) => void listeners.hide.delete(listener),
    onMemoryWarning: (listener) => void listeners.memory.add(listener),
    offMemoryWarning: (listener) => void listeners.memory.delete(listener),
    onAudioInterruptionBegin: (listener) => void listeners.audio.add(listener),
    offAudioInterruptionBegin: (listener) => void listeners.audio.delete(listener),
    checkIsSupportFacialRecognition: (options) =>
      perform('checkIsSupportFacialRecognition', options, () => ok({ errCode: 0 })),
    requestFacialVerify: (options) => perform('requestFacialVerify', options, () => ok(verifyResult)),
  };
  for (const name of lacks) delete (api as Partial<MiniProgramApi>)[name];

  const fake: FakeMiniProgram = {
    api,
    profile,
    calls,
    requests,
    permission,
    nextAnswer: 'granted',
    privacyNeeded: false,
    privacyAnswer: 'agree',
    settingsChange: null,
    brightness: 0.4,
    keepsScreenOn: false,
    behave: (call, behaviour) => void behaviours.set(call, behaviour),
    answer(call) {
      const waiting = held.get(call) ?? [];
      held.delete(call);
      for (const respond of waiting) respond();
    },
    showPage: (element) => createFakePage(element),
    deliver(frame) {
      for (const listener of Array.from(frameListeners)) listener(frame as never);
    },
    hideApp: () => Array.from(listeners.hide).forEach((listener) => listener()),
    warnOfMemory: (level) =>
      Array.from(listeners.memory).forEach((listener) => listener(level === undefined ? {} : { level })),
    interruptAudio: () => Array.from(listeners.audio).forEach((listener) => listener()),
    get runningListenerCount() {
      return running.size;
    },
    get platformListenerCount() {
      return listeners.hide.size + listeners.memory.size + listeners.audio.size;
    },
    get pendingRequestCount() {
      return pending.size;
    },
  };
  return fake;
}
