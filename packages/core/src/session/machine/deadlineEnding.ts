import { refused, refusedByGate, type Ending } from '../Ending.js';
import type { SessionState, TimeTally } from './SessionState.js';
import { worstGate } from './tally.js';

/**
 * A gate that failed for this share of a window is why the window passed, not the person. Half: below it there was more
 * good time than bad.
 */
export const GATE_BLAME_SHARE = 0.5;

/** A face, bad picture or not, that was there for this share of the search is a face. Judgement: a flicker is less. */
export const FACE_SEEN_SHARE = 0.25;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Why a search for a usable face found none. */
export function searchEnding(tally: TimeTally): Ending {
  const faceMs = tally.totalMs - tally.noFaceMs;
  const gate = worstGate(tally);
  const faceSeen = faceMs > 0 && faceMs >= FACE_SEEN_SHARE * tally.totalMs;
  if (gate && faceSeen) {
    return refusedByGate(
      gate.code,
      `no usable face in ${seconds(tally.totalMs)}: gate ${gate.code} failed for ${seconds(gate.ms)}`,
    );
  }
  if (tally.darkMs > tally.totalMs / 2) {
    return refusedByGate(
      'too-dark',
      `no face in ${seconds(tally.totalMs)}, too dark for ${seconds(tally.darkMs)}`,
    );
  }
  if (faceSeen) {
    return refusedByGate('not-frontal', `a face for ${seconds(faceMs)}, never neutral for long enough`);
  }
  return refused('NO_FACE', `no face for ${seconds(tally.noFaceMs)} of ${seconds(tally.totalMs)}`);
}

/** Why an action, or the light, was not done in its window. */
export function windowEnding(state: SessionState, what: string): Ending {
  const tally = (state.challenge ?? state.light)?.tally;
  const action = state.plan.steps[state.stepIndex]?.action ?? 'none';
  const gate = tally ? worstGate(tally) : null;
  if (tally && gate && gate.ms >= GATE_BLAME_SHARE * tally.totalMs) {
    return refusedByGate(
      gate.code,
      `${action}: gate ${gate.code} failed for ${seconds(gate.ms)} of ${seconds(tally.totalMs)}`,
    );
  }
  return refused('CHALLENGE_TIMEOUT', `${action}: ${what}`);
}
