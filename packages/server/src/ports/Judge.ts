import type { PlanStep, SessionPolicy } from '@huoti/protocol';
import type { RevealStamp } from './rows.js';
import type { TurnedReference } from '../references/TurnedReference.js';
import type { Judgement } from '../judge/Judgement.js';

/** All that a recomputation needs; plain data, so that it can cross to a worker thread. */
export interface JudgeRequest {
  readonly session: {
    readonly id: string;
    readonly policy: SessionPolicy;
    readonly planJws: string;
    /** From `Signer.verify`: the head of the plan; `null`, with why, where the signature does not hold. */
    readonly planClaims: Readonly<Record<string, unknown>> | null;
    readonly planProblem: string | null;
    readonly planHash: string;
    readonly steps: readonly PlanStep[];
    readonly reveals: readonly RevealStamp[];
    readonly requestedPictures: readonly { readonly chunk: number; readonly index: number }[];
    readonly evidenceHash: string;
    readonly begunAtMs: number;
    readonly completedAtMs: number;
    readonly expiresAtMs: number;
  };
  /** By part name, unsealed. Chunks are gzip. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  /** Turned, with the key to turn the live face by; `null` where the session names no reference. */
  readonly reference: TurnedReference | null;
}

/** Recomputes in some thread. The same request always gives the same judgement. */
export interface Judge {
  /** @throws HuotiError for a broken machine (a model that does not load), ABORTED; never for evidence, however hostile */
  judge(request: JudgeRequest, options?: { signal?: AbortSignal }): Promise<Judgement>;
  close(): Promise<void>;
}
