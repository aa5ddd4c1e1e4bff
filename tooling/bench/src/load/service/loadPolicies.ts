import type { Action } from '@huoti/protocol';

/** As many as a session without light is asked by default. */
const TRACE_ACTIONS: readonly Action[] = ['turn-left', 'blink', 'mouth-open', 'nod'];
/** One less: each more doubles the recordings that have to be drawn. The models see as many pictures all the same. */
const FRAMES_ACTIONS: readonly Action[] = ['turn-left', 'mouth-open', 'blink'];

/**
 * The built-in policies but for their actions, which are fixed: so a session can be recorded ahead, and it is not the making
 * of sessions that is measured. To the service a fixed action and a drawn one are the same work.
 */
export const LOAD_POLICIES = {
  'load-trace': { light: 'off', tripwires: 'report', evidenceLevel: 'trace', actions: TRACE_ACTIONS },
  'load-frames': { light: 'off', tripwires: 'report', evidenceLevel: 'frames', actions: FRAMES_ACTIONS },
} as const;

/** Levels at which there is evidence. */
export type LoadLevel = 'trace' | 'frames';
