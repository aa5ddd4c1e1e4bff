import type { AbortSignalLike } from '@huoti/core';
import type { ConsentRequest, SessionOutcome } from '@huoti/protocol';
import type { LivenessHost } from '../LivenessHost.js';
import type { LivenessServer } from '../LivenessServer.js';

/** What {@link PlatformVerification} needs of a device: no camera, no engine. The pieces of a mini-program's adapter fit as they are. */
export type PlatformHost = Pick<
  LivenessHost,
  'clock' | 'random' | 'facts' | 'evidenceLevels' | 'subtle' | 'epochMs' | 'logger'
>;

/** What `createPlatformVerification` takes. */
export interface PlatformVerificationOptions {
  readonly host: PlatformHost;
  readonly server: LivenessServer;
  /**
   * What the person agreed to, after they chose: recorded by the server before the platform is told whom it verifies.
   * @default null
   */
  readonly consent?: ConsentRequest | null;
}

/** One verification of one person by a platform. A retry is a new session, asked of your backend. */
export interface PlatformVerification {
  /**
   * Records the consent and asks the server for the platform's id of this verification. May be called again where it failed; once
   * it succeeded it gives the same id.
   *
   * @throws HuotiError CONSENT_REQUIRED, HOST_FORBIDS in another host than the platform's or where the platform does not do it,
   * NETWORK_FAILED (retryable; also where the platform can't be asked), BUSY while another call runs, INVALID_ARGUMENT for a session
   * that no platform decides, PROTOCOL_MALFORMED, ABORTED; where the server refused the session itself, an error that
   * `refusedOutcome` reads
   */
  begin(options?: { signal?: AbortSignalLike }): Promise<{ readonly verifyId: string }>;
  /**
   * Tells the server that the person is back from the platform's screen, and waits for what the server learns from the platform. What
   * the platform told the device is not asked for: nobody would believe it. May be called again where it failed.
   *
   * @returns `decided` is false where the platform had not answered when this stopped waiting
   * @throws HuotiError NETWORK_FAILED (retryable), BUSY, INVALID_ARGUMENT before `begin`, PROTOCOL_MALFORMED, ABORTED
   */
  complete(options?: { signal?: AbortSignalLike }): Promise<SessionOutcome>;
}
