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
  /** Names of a browser's that its scripts do have; frameworks look at them. */
  readonly globals: Readonly<Record<string, unknown>>;
}

/** By platform. Alipay's `onReady` and Douyin's suffixes are those of their templates in Taro 4.2. */
export const kindTable: Readonly<Record<MiniProgramKind, KindRow>> = {
  wechat: {
    api: 'wx',
    wasm: 'WXWebAssembly',
    cameraReady: 'initdone',
    suffixes: { view: '.wxml', style: '.wxss', script: '.wxs' },
    requestHeaders: 'header',
    globals: {},
  },
  alipay: {
    api: 'my',
    wasm: 'MYWebAssembly',
    cameraReady: 'ready',
    suffixes: { view: '.axml', style: '.acss', script: '.sjs' },
    requestHeaders: 'headers',
    globals: { navigator: { userAgent: 'AlipayClient/10.5.0' }, AlipayJSBridge: {} },
  },
  douyin: {
    api: 'tt',
    wasm: 'TTWebAssembly',
    cameraReady: 'initdone',
    suffixes: { view: '.ttml', style: '.ttss', script: '.sjs' },
    requestHeaders: 'header',
    globals: {},
  },
};
