import { describe, expect, it } from '@jest/globals';
import { standIn } from '../../test/support/fakeBrowser.js';
import { checkSupport, type SupportEnvironment } from './checkSupport.js';
import { inAppBrowser } from './inAppBrowser.js';

const ANDROID_CHROME =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
const IPHONE_WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49(0x18003127) NetType/WIFI Language/zh_CN';

/** A navigator that fails the test when anything undeclared is read. */
const watched = (facts: object): SupportEnvironment['navigator'] => {
  const allowed = ['userAgent', 'language', 'languages', 'connection', 'mediaDevices'];
  return new Proxy(facts, {
    get(target, name) {
      if (!allowed.includes(String(name))) throw new TypeError(`read navigator.${String(name)}`);
      return Reflect.get(target, name) as unknown;
    },
  }) as SupportEnvironment['navigator'];
};

const page = (change: Partial<SupportEnvironment> = {}): SupportEnvironment => ({
  isSecureContext: true,
  navigator: watched({
    userAgent: ANDROID_CHROME,
    language: 'zh-CN',
    languages: ['zh-CN', 'en'],
    connection: { type: 'wifi' },
    mediaDevices: { getUserMedia: () => undefined },
  }),
  WebAssembly,
  Worker: class {},
  OffscreenCanvas: class {},
  HTMLVideoElement: { prototype: { requestVideoFrameCallback: () => 0 } },
  ...change,
});

const forbidden = standIn<typeof WebAssembly>({
  Module: class {
    constructor() {
      throw new EvalError('violates the policy');
    }
  },
  validate: () => true,
});

describe('checkSupport', () => {
  it('a current phone browser has all it takes', () => {
    const report = checkSupport({ environment: page() });
    expect([report.supported, report.blocker, report.wasm, report.worker]).toEqual([
      true,
      null,
      'simd',
      true,
    ]);
    expect(report.host).toEqual({
      browser: 'Chrome 126.0.0.0',
      platform: 'mobile',
      os: 'Android 14',
      engine: 'Blink',
      language: 'zh-CN',
      languages: ['zh-CN', 'en'],
      network: 'wifi',
    });
  });

  it.each<[string, Partial<SupportEnvironment>, string]>([
    [
      'http',
      { isSecureContext: false, navigator: watched({ userAgent: ANDROID_CHROME }) },
      'INSECURE_CONTEXT',
    ],
    [
      'a view without a camera interface',
      { navigator: watched({ userAgent: ANDROID_CHROME }) },
      'CAMERA_UNSUPPORTED',
    ],
    ['a policy without wasm', { WebAssembly: forbidden }, 'CSP_BLOCKED'],
    ['Lockdown Mode', { WebAssembly: undefined }, 'BACKEND_UNAVAILABLE'],
  ])('%s blocks, and says so', (_what, change, code) => {
    const report = checkSupport({ environment: page(change) });
    expect([report.supported, report.blocker?.code]).toEqual([false, code]);
    expect(report.toText().split('\n')[0]).toContain(code);
  });

  it('an engine without SIMD is plain, and supported', () => {
    const plain = { Module: WebAssembly.Module, validate: () => false };
    const report = checkSupport({ environment: page({ WebAssembly: plain }) });
    expect([report.supported, report.wasm]).toEqual([true, 'plain']);
  });

  it('prints one line a fact', () => {
    const lines = checkSupport({ environment: page({ Worker: undefined }) })
      .toText()
      .split('\n');
    expect(lines).toContain('worker: no');
    expect(lines.every((line) => /^[a-zA-Z -]+: \S/.test(line))).toBe(true);
  });

  it('a user agent of nothing is unknown, not an error', () => {
    const { host } = checkSupport({ environment: page({ navigator: watched({ userAgent: '' }) }) });
    expect([host.browser, host.language, host.network]).toEqual(['unknown', 'und', 'unknown']);
  });
});

describe('inAppBrowser', () => {
  it.each([
    [IPHONE_WECHAT, 'WeChat'],
    [`${IPHONE_WECHAT} miniProgram/wx0123`, 'WeChat mini-program'],
    [`${ANDROID_CHROME} AliApp(AP/10.5) AlipayClient/10.5`, 'Alipay'],
    [`${ANDROID_CHROME} wxwork/4.1.20 MicroMessenger/7.0.1`, 'WeCom'],
    [`${ANDROID_CHROME.replace('Pixel 8', 'Pixel 8; wv')}`, 'Android WebView'],
    [ANDROID_CHROME, null],
  ])('%s', (userAgent, name) => {
    expect(inAppBrowser(userAgent)).toBe(name);
  });
});
