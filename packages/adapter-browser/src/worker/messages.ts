import type { FaceObservation, ModelManifest } from '@huoti/core';
import type { BackendName } from '@huoti/core/vision/tfjs';
import type { EngineFacts, ErrorCode } from '@huoti/protocol';

/** What the worker has to know before anything else. */
export interface WorkerSetUp {
  /** Absolute. */
  readonly assetsBaseUrl: string;
  readonly manifest: ModelManifest;
  readonly backends?: readonly BackendName[];
  /** The page's clock at the moment of sending: a worker's own counts from another zero. */
  readonly pageNowMs: number;
}

/** A frame whose pixels move to the worker and come back with the answer. */
export interface FrameParcel {
  readonly buffer: ArrayBuffer;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rotationDegrees: 0 | 90 | 180 | 270;
  readonly mirrored: boolean;
  readonly timestampMs: number;
}

/** From the page to the worker. Every request with an `id` gets one answer. */
export type ToWorker =
  | { readonly type: 'load'; readonly id: number; readonly setUp: WorkerSetUp }
  | { readonly type: 'detect'; readonly id: number; readonly frame: FrameParcel }
  | { readonly type: 'abort'; readonly id: number }
  | { readonly type: 'reset' }
  | { readonly type: 'dispose'; readonly id: number };

/** From the worker to the page. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly fraction: number }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly facts: EngineFacts;
      readonly observations: readonly FaceObservation[];
      readonly buffer?: ArrayBuffer;
    }
  | {
      readonly type: 'failed';
      readonly id: number;
      readonly facts: EngineFacts | null;
      readonly code: ErrorCode;
      readonly message: string;
      readonly retryable: boolean;
      readonly buffer?: ArrayBuffer;
    };
