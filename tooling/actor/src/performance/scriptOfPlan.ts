import type { Action } from '@huoti/protocol';
import type { ScriptStep } from './createPerformance.js';

/** What {@link scriptOfPlan} takes besides the actions. */
export interface PlanScriptOptions {
  /** Time to be found and looked at before the first prompt, in ms. @default 2500 */
  leadMs?: number;
  /** From one prompt to the next, in ms: the longest action with its return, and the pause. @default 4600 */
  stepMs?: number;
}

/** A script that does the actions one after another at a fixed pace: for clips that are recorded ahead of a session. */
export function scriptOfPlan(
  actions: readonly Action[],
  { leadMs = 2500, stepMs = 4600 }: PlanScriptOptions = {},
): ScriptStep[] {
  return actions.map((action, index) => ({ action, atMs: leadMs + index * stepMs }));
}
