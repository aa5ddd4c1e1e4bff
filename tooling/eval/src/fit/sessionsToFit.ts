import { blindnessOf } from '../rows/blindnessOf.js';
import type { Presentation } from '../rows/Presentation.js';

/**
 * Attacks without a target: a face drawn in the right light and a splice that no seam gives away answer everything that a live
 * person answers. What can't be told apart teaches nothing but distrust in the signals that stop everybody else; these rows are
 * reported as they come out and fitted on nowhere.
 */
const WITHOUT_TARGET: ReadonlySet<string> = new Set(['rendered', 'puppet']);

/**
 * The sessions that the session fusion is fitted on: with light (without it a session is judged by the numbers for clips), of the
 * people and the lighting model of the training half, and no attack that nothing here can tell.
 */
export const sessionsToFit = (sessions: readonly Presentation[]): readonly Presentation[] =>
  sessions.filter(
    (row) => row.plan === 'light' && blindnessOf(row) === 'fitted' && !WITHOUT_TARGET.has(row.species),
  );
