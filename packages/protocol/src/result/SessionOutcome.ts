import type { RefusalReason } from '../errors/refusalReasons.js';
import type { GateCode } from './GateCode.js';

/**
 * What a client may know of how its session with a server ended: enough to tell a person what to do next. Whether it is
 * verified only the backend learns, which fetches the signed result.
 */
export interface SessionOutcome {
  readonly sessionId: string;
  /** `completed`: nothing more to do for the person. `failed`: refused, on the device or by the server. */
  readonly status: 'completed' | 'failed';
  /** Only what a person can mend by trying differently; `null` otherwise, and where it completed. */
  readonly reason: RefusalReason | null;
  /** The gate that failed, with `QUALITY_TOO_LOW`. */
  readonly gate: GateCode | null;
  /** Seconds until another try is let in, where the server said so. */
  readonly retryAfterS: number | null;
  /** False where the evidence was accepted and the server had not decided when the client stopped waiting. */
  readonly decided: boolean;
}
