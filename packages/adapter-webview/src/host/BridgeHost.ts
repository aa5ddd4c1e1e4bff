import type { AbortSignalLike, Clock, RandomSource } from '@huoti/core';
import type {
  BridgeChallenge,
  BridgeResult,
  SessionGrant,
  SessionStart,
  SessionState,
  Welcome,
} from '@huoti/protocol/bridge';
import type { BridgeHostTransport } from './BridgeHostTransport.js';
import type { BridgeTrust } from './BridgeTrust.js';
import type { HostCamera } from './HostCamera.js';
import type { HostDevice } from './HostDevice.js';

/** Why a page is no longer there: it was loaded anew, its process ended, it took its hello back, or the host was closed. */
export type PageGoneReason = 'page_reloaded' | 'process_gone' | 'cancelled' | 'closed';

/** What an app hears of its page. Each is optional; one that throws disturbs nothing. */
export interface BridgeHostListeners {
  /** A page was welcomed. */
  onPage?(session: string): void;
  onPageGone?(reason: PageGoneReason): void;
  /** Once for each session: ask your backend, which asks the server. It is no verdict. */
  onResult?(result: BridgeResult): void;
  onSessionState?(state: SessionState): void;
  onChallenge?(moment: 'begin' | 'end', challenge: BridgeChallenge): void;
  /** The person wants to leave. */
  onUiClose?(): void;
}

/** What `createBridgeHost` takes. */
export interface BridgeHostOptions extends BridgeHostListeners {
  readonly transport: BridgeHostTransport;
  /** The one that pictures are stamped with. */
  readonly clock: Clock;
  /** A cryptographic one: the nonce is drawn from it. */
  readonly random: RandomSource;
  readonly app: Welcome['app'];
  readonly platform: Welcome['platform'];
  readonly trust: BridgeTrust;
  /** @default none */
  readonly camera?: HostCamera;
  /** @default nothing is offered */
  readonly device?: HostDevice;
  /** Whether the page may open the camera itself. @default false */
  readonly pageCamera?: boolean;
  /** The session that the app's backend asked the server for, once for each page. @default the page gets its own */
  grant?(options: { readonly signal: AbortSignalLike }): Promise<SessionGrant>;
  /** Largest messages that this host takes, in bytes. @default what the protocol allows */
  readonly limits?: Welcome['limits'];
}

/** An app's end of the bridge. */
export interface BridgeHost {
  /** Of the page that was welcomed, 32 hex digits; `null` while there is none. */
  readonly session: string | null;
  /** Messages that were passed over, by reason: for tests and for a developer's log. */
  readonly refused: Readonly<Record<string, number>>;
  /** @throws HuotiError BRIDGE_UNAVAILABLE without a page, BRIDGE_TIMEOUT, ABORTED, or the page's error by its code */
  startSession(start: SessionStart, options?: { signal?: AbortSignalLike | undefined }): Promise<void>;
  /** @throws as `startSession` */
  stopSession(options?: { signal?: AbortSignalLike | undefined }): Promise<void>;
  /** The app goes to the background. */
  pause(): void;
  /** It is back. */
  resume(): void;
  /** A call, an alarm: the person looks elsewhere though the app is in front. */
  interrupt(): void;
  /** The system ended the page's process: what it held is let go, and the next page is told. */
  pageGone(): Promise<void>;
  /** Lets camera and screen go and listens no more; idempotent. */
  close(): Promise<void>;
}
