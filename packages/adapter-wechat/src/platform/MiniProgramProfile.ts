/** Which mini-program platform a session runs on; it is the `kind` of its host facts. */
export type MiniProgramKind = 'wechat' | 'alipay' | 'douyin';

/**
 * What differs between the platforms that one adapter serves. One row of the table in `miniProgramProfiles`; everything else is
 * the same code.
 */
export interface MiniProgramProfile {
  readonly kind: MiniProgramKind;
  /** Name of the platform's own object in its realm. */
  readonly apiGlobal: 'wx' | 'my' | 'tt';
  /** Name of its WebAssembly, or `null` where none is documented. */
  readonly wasmGlobal: string | null;
  /** The event of `<camera>` that says frames may be asked for. */
  readonly cameraReadyEvent: 'initdone' | 'ready';
  /** Whether `createCameraContext` has to be told the element's id. */
  readonly cameraContextNeedsId: boolean;
  /** Scope of the camera in `getSetting` and `authorize`; `null` where the platform has no such list. */
  readonly cameraScope: string | null;
  /** Whether package files may lie there as brotli and be unpacked by the platform. */
  readonly readsBrotli: boolean;
  /** Largest main package and subpackage, and all together, in bytes. */
  readonly packageLimits: {
    readonly mainBytes: number;
    readonly partBytes: number;
    readonly totalBytes: number;
  };
  /** Whether the platform has a verification of its own behind `requestFacialVerify`. */
  readonly hasNativeVerification: boolean;
}
