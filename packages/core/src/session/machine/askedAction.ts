import type { ActionStep } from '@huoti/protocol';
import type { SessionState } from './SessionState.js';

/** The current step where it asks for an action; `null` where the screen lights the face, or nothing is known yet. */
export function askedAction({
  plan,
  stepIndex,
}: Pick<SessionState, 'plan' | 'stepIndex'>): ActionStep | null {
  const planned = plan.steps[stepIndex];
  return planned === undefined || planned.action === 'light' ? null : planned;
}
