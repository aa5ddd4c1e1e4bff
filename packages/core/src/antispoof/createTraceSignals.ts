import type { SpoofSignal } from './SpoofSignal.js';

/** All signals that are measured from a trace, fresh: one set for one session or clip. */
export function createTraceSignals(): readonly SpoofSignal[] {
  return [];
}
