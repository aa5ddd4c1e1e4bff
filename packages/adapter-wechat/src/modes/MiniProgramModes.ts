import type { AbortSignalLike } from '@huoti/core';
import type { LivenessResult, SessionOutcome } from '@huoti/protocol';
import type { MiniProgramHostPieces } from '../MiniProgramHostPieces.js';

/** A session that this adapter runs without knowing whose it is: of `@huoti/core`, or of `@huoti/client` at level `none`. */
export interface MiniProgramRun {
  run(options?: { signal?: AbortSignalLike }): Promise<LivenessResult | SessionOutcome>;
}

/** The engine in the mini-program: nothing is kept, and nothing leaves it but how it ended. */
export interface LocalMode {
  readonly mode: 'local';
  /**
   * Makes the session from this device's pieces.
   *
   * @example start: (host) => createLiveness({ host, server, consent })
   */
  start(host: MiniProgramHostPieces): MiniProgramRun | Promise<MiniProgramRun>;
}

/** The platform's own verification. Both calls go to your server's session, by `createPlatformVerification` of `@huoti/client`. */
export interface NativeMode {
  readonly mode: 'native';
  /** Asks the server for the platform's id of this verification. */
  begin(options: { signal?: AbortSignalLike }): Promise<{ readonly verifyId: string }>;
  /** Tells the server that the person is back; it asks the platform itself and believes nothing from here. */
  complete(options: { signal?: AbortSignalLike }): Promise<SessionOutcome>;
}

/** The H5 page in the platform's web-view. */
export interface WebViewMode {
  readonly mode: 'web-view';
  /** What your session sends. `frames` is refused with HOST_FORBIDS unless the server says that the operator has a clearance. */
  readonly evidenceLevel: 'none' | 'trace' | 'frames';
  /** Of `POST /v1/sessions`: whether the operator's `wechatFaceClearance` is set. @default false */
  readonly cleared?: boolean;
  /** Shows the page with the web-view; resolves when the person has come back from it. */
  open(options: { signal?: AbortSignalLike }): Promise<void>;
  /** Asks your backend how it ended: the page tells nobody. */
  outcome(options: { signal?: AbortSignalLike }): Promise<SessionOutcome>;
}

/** Which way the operator chose: one of three. */
export type MiniProgramMode = LocalMode | NativeMode | WebViewMode;
