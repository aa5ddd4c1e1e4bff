import { stepCountOf } from '../../plan/stepCountOf.js';
import { awaitNeutral } from './awaitNeutral.js';
import { finish, set, type StepContext } from './StepContext.js';

/** Goes on to the next step, or completes the session. */
export function stepDone(context: StepContext, atMs: number): void {
  const stepIndex = context.state.stepIndex + 1;
  set(context, { stepIndex });
  if (stepIndex >= stepCountOf(context.state.plan)) return finish(context, { kind: 'completed' });
  awaitNeutral(context, atMs, false);
}
