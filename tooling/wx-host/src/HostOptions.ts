import type { MiniProgramKind } from './MiniProgramKind.js';
import type { CameraOptions } from './camera/CameraOptions.js';
import type { PermissionScript } from './permission/PermissionScript.js';
import type { PrivacyScript } from './permission/PrivacyScript.js';
import type { NativeVerificationScript } from './api/NativeVerificationScript.js';
import type { RequestHandler } from './api/RequestHandler.js';
import type { HostFacts } from './api/HostFacts.js';
import type { VisionScript } from './api/VisionScript.js';

/** What `openMiniProgram` takes. */
export interface OpenMiniProgramOptions {
  /** The built folder, the one with `app.json`. */
  directory: string;
  /** @default 'wechat' */
  kind?: MiniProgramKind;
  /** What the device and the app say of themselves; what is left out is an Android phone with WeChat 8.0.50. */
  facts?: Partial<HostFacts>;
  /** Members of `wx` that an old base library lacks: they are `undefined`. A path reaches inside: `getFileSystemManager.readCompressedFile`. */
  without?: readonly string[];
  /** Members put beside, or over, the emulated ones. They are copied into the realm. */
  api?: Readonly<Record<string, unknown>>;
  /** Global names put into the realm. */
  globals?: Readonly<Record<string, unknown>>;
  /** Names, beside those of a browser, that the mini-program's files see as undefined: `globalThis` on an old engine. */
  hidden?: readonly string[];
  camera?: Partial<CameraOptions>;
  permission?: Partial<PermissionScript>;
  privacy?: Partial<PrivacyScript>;
  packages?: {
    /** How long a subpackage takes to arrive, in ms. @default 20 */
    delayMs?: number;
    /** Roots that never arrive. */
    failing?: readonly string[];
    /** Whether there is a `loadSubpackage` for any part: mini-games have it, mini-programs are not documented to. @default false */
    onDemand?: boolean;
  };
  /** `timeout`: as on iOS up to 15, callbacks of a promise run as timers. @default 'native' */
  promise?: 'native' | 'timeout';
  /**
   * `old`: without what came into the language after 2018, `globalThis` included, as in the engines of phones that are still about.
   *
   * @default 'new'
   */
  engine?: 'new' | 'old';
  /** `no-simd`: modules with vectors are refused, as before WeChat 8.0.25; `none`: there is no WebAssembly. @default 'simd'; `none` at Alipay, which documents none */
  wasm?: 'simd' | 'no-simd' | 'none';
  /** Answers the network. Without it every request fails, and is recorded all the same. */
  request?: RequestHandler;
  /** Answers faces to the platform's vision kit; without it there is no `createVKSession`. */
  vision?: VisionScript;
  /** The platform's own verification of a face; without it there is none. */
  nativeVerification?: NativeVerificationScript;
  /** Answers a modal. @default confirmed */
  modal?: (options: Readonly<Record<string, unknown>>) => { confirm: boolean };
}
