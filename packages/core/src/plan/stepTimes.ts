import type { StepAction } from '@huoti/protocol';

/** Window of an action, in ms (protocol: 6 s). */
export const STEP_TIMEOUT_MS = 6000;

/**
 * Window of `approach`, in ms: it is asked slowly. Near and far parts of a face drift apart by how far it came, whatever the
 * time; but a slow one gives a camera of 10 frames a second twenty of them on the way. Half as long again as the others.
 */
export const APPROACH_TIMEOUT_MS = 9000;

/** Window of a light step, in ms: its colours take 4.8 s at most, one of them again 0.8; the rest is for coming back. */
export const LIGHT_TIMEOUT_MS = 12_000;

/** The window of an action. */
export const timeoutOf = (action: StepAction, stepTimeoutMs = STEP_TIMEOUT_MS): number =>
  action === 'approach' ? Math.max(APPROACH_TIMEOUT_MS, stepTimeoutMs) : stepTimeoutMs;
