import type { SignalReadings } from '@huoti/core';
import type { Comparison, SignalReading } from '@huoti/protocol';
import type { Established } from './decide.js';

/** What is known by now: it outlives the check that ends the list. */
export interface JudgeNotes {
  established: Established;
  comparison: Comparison;
  /** What the signals say so far, by name. */
  readings: SignalReadings;
  /** What the client's tripwires say; `null` before the manifest is one that may be read. */
  tripwires: SignalReading | null;
}

/** No comparison was made. */
export const NOT_COMPARED: Comparison = {
  performed: false,
  same: null,
  similarity: null,
  threshold: null,
  far: null,
};

/** Nothing is known. */
export const emptyNotes = (): JudgeNotes => ({
  established: { source: null, replayed: false, lit: false, pictured: false },
  comparison: NOT_COMPARED,
  readings: {},
  tripwires: null,
});
