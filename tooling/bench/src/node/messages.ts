import type { BenchPage } from '../page/BenchPage.js';

/** A frame on disk, RGBA. */
export interface FrameFile {
  readonly path: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Methods of the harness, and what the child tells of itself. */
export type NodeMethod = keyof BenchPage | 'memory';

/** Memory of the child after a collection of garbage, in bytes. */
export interface NodeMemory {
  readonly heapBytes: number;
  readonly rssBytes: number;
}

/** To the child: one call. */
export interface NodeRequest {
  readonly id: number;
  readonly method: NodeMethod;
  readonly args: readonly number[];
}

/** From the child: its answer. */
export interface NodeAnswer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}
