import type { Deployment } from '@huoti/privacy';
import type { ConsentSettings, HuotiLivenessElement } from '@huoti/ui-browser';
import deployment from '../deployment.json';

/**
 * What the person is asked before a check, with what the demo says of itself: the same file that its service has. Settings that stay the
 * same are left as they are, so that what was agreed to holds for a further try.
 */
export function askFor(
  liveness: HuotiLivenessElement,
  { level, comparison = false, ageBand = null }: Pick<ConsentSettings, 'level' | 'comparison' | 'ageBand'>,
): void {
  const now = liveness.consent;
  if (now !== null && now.level === level && now.comparison === comparison && now.ageBand === ageBand) return;
  liveness.consent = { deployment: deployment as Deployment, level, comparison, ageBand };
}
