import type { AbortSignalLike } from '@huoti/core';
import type { BridgePayload, BridgeReply, PermissionState } from '@huoti/protocol/bridge';

/** Each gets a signal that aborts when the page no longer waits. */
interface Waited {
  readonly signal: AbortSignalLike;
}

/**
 * What an app does for its page besides the camera. Each is optional: what is left out is not offered. A throw becomes the error
 * that the page gets, a HuotiError by its code.
 */
export interface HostDevice {
  permission?: {
    query(options: Waited): Promise<PermissionState['state']>;
    /** Asks the person. */
    request(options: Waited): Promise<PermissionState['state']>;
  };
  openSettings?(options: Waited): Promise<void>;
  /** 0 to 1; `null` gives back what the person had. Called with `null` when the page is gone, too. */
  setBrightness?(level: number | null): Promise<void>;
  /** Called with `false` when the page is gone, too. */
  setKeepAwake?(on: boolean): Promise<void>;
  /** Called with `null` when the page is gone, too. */
  lockOrientation?(orientation: 'portrait' | null): Promise<void>;
  attest?(request: BridgePayload<'attestation'>, options: Waited): Promise<BridgeReply<'attestation'>>;
  haptics?(pattern: BridgePayload<'haptics'>['pattern']): void;
  log?(entry: BridgePayload<'log'>): void;
}
