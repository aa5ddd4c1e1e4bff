import type { InProcessResult, RecomputeResult } from '../LoadResults.js';

/** What a process of its own is to measure. */
export type RecomputeOrder =
  | { readonly kind: 'judgements'; readonly runs: { readonly trace: number; readonly frames: number } }
  | { readonly kind: 'in-process'; readonly sessions: number };

/** What it found. */
export type RecomputeReport =
  | { readonly kind: 'judgements'; readonly result: RecomputeResult }
  | { readonly kind: 'in-process'; readonly result: InProcessResult }
  | { readonly kind: 'failed'; readonly why: string };
