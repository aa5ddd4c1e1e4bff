import type { Platform } from '@huoti/protocol';

/** What a session that a platform decides needs until it is decided; gone with its end, and the identity with it. */
export interface PlatformCheckRow {
  readonly sessionId: string;
  readonly platform: Platform;
  /** Name, number and account of the person, sealed with the session's data key. */
  readonly identity: Uint8Array;
  /** Of the latest begin: the platform knows the verification by it. `null` before. */
  readonly serial: string | null;
  /** A begin is under way until then; `null` where none is. */
  readonly claimedUntilMs: number | null;
  /** The platform's id of the verification; `null` before there is one. */
  readonly verifyId: string | null;
  readonly verifyExpiresAtMs: number | null;
  /** How often the platform was asked to begin. */
  readonly begins: number;
  /** How often it was asked how it ended, and gave no answer to decide by. */
  readonly queries: number;
}
