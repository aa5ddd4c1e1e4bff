/** What one start took, in ms from the moment the page asks for the engine's script. */
export interface StartSample {
  /** Until the engine says that it is ready. */
  readonly loadMs: number;
  /** Until the first landmarks. */
  readonly firstResultMs: number;
}

/** What a block of frames took. */
export interface BlockSample {
  /** One time a frame, in ms. */
  readonly frameMs: readonly number[];
  /** Frames in which landmarks were found. */
  readonly foundCount: number;
}

/** What the measuring side calls, in a page (`window.bench`) and in Node alike. */
export interface BenchPage {
  /** Fetches frames and keeps them; not part of any time. */
  keepFrames(count: number): Promise<void>;
  start(): Promise<StartSample>;
  block(fromFrame: number, count: number): Promise<BlockSample>;
  /** Create, some frames, dispose. */
  session(frameCount: number): Promise<void>;
  /** Tensors that are alive; `null` where that cannot be counted. */
  tensors(): Promise<number | null>;
}
