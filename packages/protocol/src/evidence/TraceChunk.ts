import type { TraceFrame } from './TraceFrame.js';

/** A picture that the client keeps until the server asks for it. */
export interface TracePicture {
  /** Frame of this chunk that it was cut from. */
  readonly frameIndex: number;
  /** Of the file, 32 bytes. */
  readonly sha256: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Bytes of a kind that this version of the format does not know, or that came after it. */
export interface TraceExtension {
  /** 1 to 65,535, each at most once. */
  readonly id: number;
  readonly bytes: Uint8Array;
}

/** A part of a session's trace: what happened between two reveals. It can be read by itself. */
export interface TraceChunk {
  /** From 0. */
  readonly index: number;
  /** How many frames of this chunk came before its step was revealed to the client; 0 in chunk 0, which has no step. */
  readonly revealFrame: number;
  readonly frames: readonly TraceFrame[];
  /** In the order of their frames, one a frame at most. */
  readonly pictures: readonly TracePicture[];
  /** In rising order of their ids. */
  readonly extensions: readonly TraceExtension[];
}
