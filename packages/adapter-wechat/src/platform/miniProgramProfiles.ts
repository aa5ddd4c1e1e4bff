import type { MiniProgramKind, MiniProgramProfile } from './MiniProgramProfile.js';

const MB = 1024 * 1024;

/**
 * The platforms that this adapter serves, one row each. Sources: WeChat's pages component/camera, framework/subpackages and
 * performance/wasm; Alipay's my.getSetting (scope `camera`, no `scope.` before it, no `authorize`) and camera component (base library
 * 1.18.0, its event is onReady); Douyin's camera component and tt.authorize. Alipay documents no WebAssembly. None of it was seen on a
 * device: docs/device-checks.md is the list of what is owed.
 *
 * @example const profile = miniProgramProfiles.wechat;
 */
export const miniProgramProfiles: Readonly<Record<MiniProgramKind, MiniProgramProfile>> = {
  wechat: {
    kind: 'wechat',
    apiGlobal: 'wx',
    wasmGlobal: 'WXWebAssembly',
    cameraReadyEvent: 'initdone',
    cameraContextNeedsId: false,
    cameraScope: 'scope.camera',
    readsBrotli: true,
    // 20 MB in all where a service provider builds it.
    packageLimits: { mainBytes: 2 * MB, partBytes: 2 * MB, totalBytes: 30 * MB },
    hasNativeVerification: true,
  },
  alipay: {
    kind: 'alipay',
    apiGlobal: 'my',
    wasmGlobal: null,
    cameraReadyEvent: 'ready',
    cameraContextNeedsId: true,
    cameraScope: 'camera',
    readsBrotli: false,
    packageLimits: { mainBytes: 2 * MB, partBytes: 2 * MB, totalBytes: 20 * MB },
    hasNativeVerification: false,
  },
  douyin: {
    kind: 'douyin',
    apiGlobal: 'tt',
    wasmGlobal: 'TTWebAssembly',
    cameraReadyEvent: 'initdone',
    cameraContextNeedsId: false,
    cameraScope: 'scope.camera',
    readsBrotli: false,
    packageLimits: { mainBytes: 4 * MB, partBytes: 2 * MB, totalBytes: 16 * MB },
    hasNativeVerification: false,
  },
};
