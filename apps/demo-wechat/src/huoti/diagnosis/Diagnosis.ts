import type { HostFacts } from '@huoti/protocol';

export type FrameSize = 'small' | 'medium' | 'large';

/** What the camera gave at one setting. */
export interface SizeReading {
  readonly setting: FrameSize;
  /** From asking for the camera to its first frame, in ms. */
  readonly firstFrameMs: number;
  /** Sizes that frames had, `480x640`. */
  readonly sizes: readonly string[];
  /** Frames a second that arrived, the dropped ones among them. */
  readonly framesPerSecond: number;
}

/** What the engine did with frames of the setting `medium`. */
export interface EngineReading {
  readonly backend: string;
  readonly fallbacks: readonly string[];
  readonly loadMs: number;
  readonly firstDetectMs: number;
  readonly medianDetectMs: number;
  readonly framesWithFace: number;
  readonly frames: number;
  /** Turn that brings frames upright, in degrees; `null` where no face said it. */
  readonly rotationDegrees: number | null;
  /** Whether left and right are swapped, by a turn to the person's own left; `null` where none was seen. */
  readonly mirrored: boolean | null;
}

/** All that the page finds out. Nothing of it is sent or kept. */
export interface Diagnosis {
  readonly facts: HostFacts;
  readonly baseLibrary: string;
  /** Calls that not every version has. */
  readonly calls: Readonly<Record<string, boolean>>;
  readonly permission: string;
  readonly privacy: string;
  readonly wasm: string;
  readonly sizes: readonly SizeReading[];
  /** Words of the fault where the engine could not run. */
  readonly engine: EngineReading | string;
}
