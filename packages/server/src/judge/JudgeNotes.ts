import type { Comparison } from '@huoti/protocol';
import type { Established } from './decide.js';

/** What is known by now: it outlives the check that ends the list. */
export interface JudgeNotes {
  established: Established;
  comparison: Comparison;
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
  established: { source: null, replayed: false, pictured: false },
  comparison: NOT_COMPARED,
});
