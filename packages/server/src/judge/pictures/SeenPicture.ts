import type { FaceObservation, Frame } from '@huoti/core';
import type { PictureReference, TraceFrame, TracePicture } from '@huoti/protocol';

/** A picture that the server asked for, as it was sent. */
export interface SentPicture {
  readonly reference: PictureReference;
  /** What its chunk says of it. */
  readonly entry: TracePicture;
  /** The frame of the trace that it was cut from. */
  readonly traced: TraceFrame;
  readonly file: Uint8Array;
}

/** A picture with its pixels. */
export interface DecodedSentPicture extends SentPicture {
  readonly frame: Frame;
}

/** A picture with the face in it. */
export interface SeenPicture extends DecodedSentPicture {
  readonly face: FaceObservation;
}

/** How a picture is called in a check: its chunk and its place there. */
export const nameOf = ({ reference }: Pick<SentPicture, 'reference'>): string =>
  `${reference.chunk}-${reference.index}`;
