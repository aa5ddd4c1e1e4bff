import type { FaceObservation, ModelManifest } from '@huoti/core';
import type { EngineFacts, ErrorCode } from '@huoti/protocol';

/** What the worker has to know before anything else. */
export interface WorkerSetUp {
  readonly manifest: ModelManifest;
  /** Package paths of the files that are opened by path: wasm modules and probes. */
  readonly paths: Readonly<Record<string, string>>;
  /** The sender's clock: a worker's own counts from another zero. */
  readonly nowMs: number;
}

/** A frame; the platform copies it on the way. */
export interface FrameParcel {
  readonly buffer: ArrayBuffer;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rotationDegrees: 0 | 90 | 180 | 270;
  readonly mirrored: boolean;
  readonly timestampMs: number;
}

/** An observation whose landmarks are plain memory: which typed arrays survive the way, no platform says. */
export type ObservationParcel = Omit<FaceObservation, 'landmarks'> & { readonly landmarks: ArrayBuffer };

/** An error on its way. */
export interface ErrorParcel {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable: boolean;
}

/** To the worker. Every request with an `id` gets one answer; `file` and `no-file` answer the worker's `need`. */
export type ToWorker =
  | { readonly type: 'hello' }
  | { readonly type: 'load'; readonly id: number; readonly setUp: WorkerSetUp }
  | { readonly type: 'file'; readonly id: number; readonly bytes: ArrayBuffer }
  | { readonly type: 'no-file'; readonly id: number; readonly error: ErrorParcel }
  | { readonly type: 'detect'; readonly id: number; readonly frame: FrameParcel }
  | { readonly type: 'abort'; readonly id: number }
  | { readonly type: 'reset' }
  | { readonly type: 'dispose'; readonly id: number };

/** From the worker. A worker cannot read package files, so it asks for them. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'need'; readonly id: number; readonly file: string }
  | { readonly type: 'progress'; readonly fraction: number }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly facts: EngineFacts;
      readonly observations: readonly ObservationParcel[];
    }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly facts: EngineFacts;
      readonly error: ErrorParcel;
    };
