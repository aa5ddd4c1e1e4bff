import type { MiniProgramKind } from './MiniProgramKind.js';

/** What differs between the platforms, as far as the host shows it. */
export interface KindRow {
  readonly api: string;
  readonly wasm: string;
  /** Event of `<camera>` that says frames may be asked for. */
  readonly cameraReady: string;
  /** Suffixes of templates, styles and template scripts. */
  readonly suffixes: { readonly view: string; readonly style: string; readonly script: string };
  readonly requestHeaders: 'header' | 'headers';
  /** The camera's name in the settings. */
  readonly cameraScope: string;
  /** Members that the platform does not document: they are undefined, and not missing. */
  readonly absent: readonly string[];
  /** Names of a browser's that its scripts do have; frameworks look at them. */
  readonly globals: Readonly<Record<string, unknown>>;
}

const WECHAT_ONLY = [
  ...['getPrivacySetting', 'requirePrivacyAuthorize', 'onNeedPrivacyAuthorization', 'openPrivacyContract'],
  ...[
    'offNeedPrivacyAuthorization',
    'createVKSession',
    'checkIsSupportFacialRecognition',
    'requestFacialVerify',
  ],
  ...['getFileSystemManager.readCompressedFile', 'getFileSystemManager.readCompressedFileSync'],
];

/**
 * By platform. Alipay's `onReady` and Douyin's suffixes are those of their templates in Taro 4.2; Alipay's settings call the camera
 * `camera` and ask by themselves (my.getSetting), and it documents no WebAssembly: it has one where the test says so.
 */
export const kindTable: Readonly<Record<MiniProgramKind, KindRow>> = {
  wechat: {
    api: 'wx',
    wasm: 'WXWebAssembly',
    cameraReady: 'initdone',
    suffixes: { view: '.wxml', style: '.wxss', script: '.wxs' },
    requestHeaders: 'header',
    cameraScope: 'scope.camera',
    absent: [],
    globals: {},
  },
  alipay: {
    api: 'my',
    wasm: 'MYWebAssembly',
    cameraReady: 'ready',
    suffixes: { view: '.axml', style: '.acss', script: '.sjs' },
    requestHeaders: 'headers',
    cameraScope: 'camera',
    absent: [...WECHAT_ONLY, 'authorize', 'getDeviceInfo'],
    globals: { navigator: { userAgent: 'AlipayClient/10.5.0' }, AlipayJSBridge: {} },
  },
  douyin: {
    api: 'tt',
    wasm: 'TTWebAssembly',
    cameraReady: 'initdone',
    suffixes: { view: '.ttml', style: '.ttss', script: '.sjs' },
    requestHeaders: 'header',
    cameraScope: 'scope.camera',
    absent: WECHAT_ONLY,
    globals: {},
  },
};
