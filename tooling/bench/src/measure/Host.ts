import type { BenchPage } from '../page/BenchPage.js';

/** A file that a page asked for while its engine started. */
export interface RequestedFile {
  readonly name: string;
  readonly body: Buffer;
}

/** Memory after a collection of garbage, in bytes; `null` where this machine does not tell. */
export interface MemorySample {
  readonly heapBytes: number | null;
  /** Of the process that runs the engine. */
  readonly rssBytes: number | null;
  /** Of the process that draws, where a webgl engine keeps its memory. */
  readonly gpuRssBytes: number | null;
  /** Workers of the page that are alive. */
  readonly workerCount: number;
}

/** One engine, ready to be started, on a page or in a process of its own. */
export interface Host extends BenchPage {
  memory(): Promise<MemorySample>;
  close(): Promise<void>;
}

/** Opens a fresh host: a page in a profile of its own, or a process. */
export type OpenHost = () => Promise<Host>;
