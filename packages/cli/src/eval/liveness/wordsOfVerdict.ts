import type { FusedVerdict } from '@huoti/core';

/** A part smaller than this, in log-odds, decided nothing. */
const LEAST_PART = 0.05;
/** So many signals are named. */
const MOST_NAMED = 4;

/**
 * Why a clip was accepted or not, in one line: the code, and the signals that did most of it, strongest first.
 *
 * @param hasFace whether a face was followed in any frame
 * @example 'SPOOF_SUSPECTED: blink-shape -1.2, turn-depth -0.8'
 */
export function wordsOfVerdict(fused: FusedVerdict, hasFace: boolean): string {
  if (!hasFace) return 'NO_FACE: no face was found in any frame';
  if (fused.rule !== null) return `SPOOF_SUSPECTED: rule ${fused.rule}`;
  if (fused.verdict === 'insufficient') {
    const [only] = fused.families;
    return `SIGNALS_INSUFFICIENT: ${only === undefined ? 'no signal' : `only ${only}`} was measured, two families are needed`;
  }
  const isPresent = fused.verdict === 'present';
  const decided = Object.entries(fused.contributions)
    .filter(([, part]) => (isPresent ? part >= LEAST_PART : part <= -LEAST_PART))
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, MOST_NAMED)
    .map(([name, part]) => `${name} ${part > 0 ? '+' : ''}${part.toFixed(1)}`);
  const named = decided.length > 0 ? decided.join(', ') : 'no signal stands out';
  return `${isPresent ? 'accepted' : 'SPOOF_SUSPECTED'}: ${named}`;
}
