import type { EngineId } from '../engines/EngineId.js';
import type { StartSample } from '../page/BenchPage.js';
import type { Spread } from '../statistics/spreadOf.js';

/** One engine's frames of one round. */
export interface RoundResult {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly frameCount: number;
}

/** What an engine took per frame. */
export interface FrameResult {
  readonly rounds: readonly RoundResult[];
  /** Of the rounds' medians. */
  readonly medianMs: Spread;
  /** Of the rounds' 95th percentiles. */
  readonly p95Ms: Spread;
  readonly frameCount: number;
  /** Frames in which landmarks were found. */
  readonly foundCount: number;
}

/** How an engine starts, each time in a browser or process of its own. */
export interface StartResult {
  readonly samples: readonly StartSample[];
  readonly loadMs: Spread;
  readonly firstResultMs: Spread;
}

/** A file that a page asked for, in bytes. */
export interface FileBytes {
  readonly name: string;
  readonly raw: number;
  readonly brotli: number;
}

/** All that a page asked for until its first result. */
export interface ByteResult {
  readonly raw: number;
  /** Each file by itself, quality 11. */
  readonly brotli: number;
  readonly files: readonly FileBytes[];
}

/** What is left after many sessions in one page or process. */
export interface SessionResult {
  readonly sessionCount: number;
  readonly framesPerSession: number;
  /** Tensors that are alive; `null` where there are none to count. */
  readonly tensorsLeft: number | null;
  readonly workersLeft: number;
  readonly heapBytes: number | null;
  readonly rssBytes: number | null;
  readonly gpuRssBytes: number | null;
  /** Growth for each session once the engine has settled; `null` where it had too few. */
  readonly heapGrowthBytes: number | null;
  readonly rssGrowthBytes: number | null;
  readonly gpuRssGrowthBytes: number | null;
  readonly tensorGrowth: number | null;
  /** What leaks, in words; empty where nothing does, `null` where there were too few sessions to tell. */
  readonly leaks: readonly string[] | null;
}

/** One row. A part that could not be measured is `null`, and `problems` says why. */
export interface EngineResult {
  readonly id: EngineId;
  readonly name: string;
  readonly version: string;
  readonly starts: StartResult | null;
  readonly frames: FrameResult | null;
  readonly bytes: ByteResult | null;
  readonly sessions: SessionResult | null;
  readonly problems: readonly string[];
}

/** The machine that it was measured on. */
export interface MachineFacts {
  readonly cores: number;
  readonly cpu: string;
  readonly memoryGb: number;
  readonly node: string;
  readonly browser: string;
  /** Load of the last minute before and after. */
  readonly loadAtStart: number;
  readonly loadAtEnd: number;
  /** Whether other work was running: then the numbers are provisional. */
  readonly busy: boolean;
}

/** A whole run: what docs/bench/results.json holds. */
export interface BenchResults {
  readonly measuredAt: string;
  /** Fewer rounds and sessions: a look whether it works, not a measurement. */
  readonly quick: boolean;
  readonly tookSeconds: number;
  readonly machine: MachineFacts;
  readonly frames: { readonly kind: string; readonly description: string; readonly faceWidthPx: number };
  readonly engines: readonly EngineResult[];
}
