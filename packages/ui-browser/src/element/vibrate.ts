import type { Cue } from '@huoti/ui';

/** Patterns in ms: long enough to be felt through a case, short enough not to shake the picture. */
const PATTERNS: Readonly<Record<Exclude<Cue['haptic'], 'none'>, number[]>> = {
  step: [25],
  success: [30, 60, 30],
  failure: [60],
};

/** Lets a moment be felt, where the device can. */
export function vibrate(haptic: Cue['haptic']): void {
  if (haptic === 'none' || typeof navigator.vibrate !== 'function') return;
  navigator.vibrate(PATTERNS[haptic]);
}
