import type { PlanStep } from '@huoti/protocol';

/** A session that was gone through ahead. It fits every plan of the same actions whose holds last as many frames. */
export interface Recording {
  /** Encoded, in order. */
  readonly chunks: readonly Uint8Array[];
  /** The same, as they are sent. */
  readonly packed: readonly Uint8Array[];
  readonly counts: readonly { readonly frames: number; readonly pictures: number }[];
  /** Files, a list a chunk. */
  readonly pictures: readonly (readonly Uint8Array[])[];
  /** When each chunk is committed, in ms from the first frame. */
  readonly cutAtMs: readonly number[];
  /** Of the first to the last frame, in ms. */
  readonly durationMs: number;
  readonly steps: readonly PlanStep[];
}

/** Recordings of one policy by `holdKey`. */
export type Recordings = ReadonlyMap<string, Recording>;
