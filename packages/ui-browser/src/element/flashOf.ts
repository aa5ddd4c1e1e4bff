import type { SessionPolicy } from '@huoti/protocol';
import type { ViewModel } from '../templates/ViewModel.js';
import type { PlanSetting } from './SessionBuilder.js';

/** What {@link flashOf} is told: the element's settings, and what the person chose. */
export interface FlashSettings {
  readonly plan: PlanSetting | null;
  readonly policy: SessionPolicy | null;
  readonly light: SessionPolicy['light'] | null;
  readonly ownSession: boolean;
  readonly declined: boolean;
}

/** Whether people are told that the screen may flash. What is not known counts as "it may": a warning too many harms nobody. */
export function flashOf({ plan, policy, light, ownSession, declined }: FlashSettings): ViewModel['flash'] {
  const planned = plan !== null && typeof plan !== 'function' ? plan.policy.light : undefined;
  // The element's own plans follow `policy`, and are without light where there is none.
  const unknown = ownSession && plan === null ? 'off' : 'preferred';
  const wanted = light ?? planned ?? policy?.light ?? unknown;
  if (wanted === 'off') return 'none';
  if (wanted === 'required') return 'required';
  return declined ? 'declined' : 'optional';
}
