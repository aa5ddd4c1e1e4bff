import type { StepAction } from '../plan/actions.js';
import type { SessionPolicy } from '../plan/LivenessPlan.js';
import type { Assurance } from './Assurance.js';
import type { GateCode } from './GateCode.js';
import type { RefusalReason } from '../errors/refusalReasons.js';
import type { SignalReading } from './SignalReading.js';

/** How one step of the plan ended. Times are of the session's frames, in ms. */
export interface ChallengeOutcome {
  readonly action: StepAction;
  readonly status: 'satisfied' | 'violated' | 'timed-out' | 'not-reached';
  /** When the prompt was shown; `null` for a step that was not reached. */
  readonly startMs: number | null;
  /** When it was satisfied or ended; `null` for a step that was not reached. */
  readonly endMs: number | null;
}

/** One fall from a compute backend to the next. */
export interface BackendFallback {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

/** What computed the result. */
export interface EngineFacts {
  /** `wasm-simd`, `wasm` or `webgl`; `none` where no model ran. */
  readonly backend: string;
  readonly fallbacks: readonly BackendFallback[];
  /** Model name to the first 12 hex digits of its sha256. */
  readonly models: Readonly<Record<string, string>>;
  /** Median time to judge one frame, in ms; `null` before the first frame. */
  readonly medianFrameMs: number | null;
}

interface ResultFacts {
  readonly protocolVersion: 1;
  /** The plan's nonce. */
  readonly nonce: string;
  readonly policy: SessionPolicy;
  readonly assurance: Assurance;
  /** Always false here: only a server that recomputed can verify. */
  readonly verified: false;
  /** Whether the screen lit the face in this session. */
  readonly light: boolean;
  readonly frameCount: number;
  readonly droppedFrameCount: number;
  /** From the first frame to the end, in ms. */
  readonly durationMs: number;
  readonly challenges: readonly ChallengeOutcome[];
  readonly signals: Readonly<Record<string, SignalReading>>;
  readonly engine: EngineFacts;
}

/** All steps were done by one face that was followed all the way. */
export interface CompletedResult extends ResultFacts {
  readonly status: 'completed';
}

/** The person was refused. */
export interface FailedResult extends ResultFacts {
  readonly status: 'failed';
  readonly reason: RefusalReason;
  /** The gate that failed; only with `QUALITY_TOO_LOW`. */
  readonly gate?: GateCode;
  /** One line for a log: got and expected. Never shown to a person as it is. */
  readonly detail: string;
}

/** The end of a session that a machine carried through: told apart by `status`. A broken machine is a thrown HuotiError. */
export type LivenessResult = CompletedResult | FailedResult;
