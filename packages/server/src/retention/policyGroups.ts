import type { RetentionSettings, ServerSettings } from '../context/ServerSettings.js';
import type { PolicyNames } from '../ports/Store.js';

/** Policies whose data is kept for the same time. */
export interface PolicyGroup {
  readonly policies: PolicyNames;
  readonly retention: RetentionSettings;
}

/**
 * Every policy with times of its own, and all others together: also those that sessions still name and the configuration no
 * longer does, whose data would stay for ever otherwise.
 */
export function policyGroups({ policies, retention }: ServerSettings): readonly PolicyGroup[] {
  const own = Object.entries(policies).flatMap(([name, policy]) =>
    policy.retention ? [{ policies: { only: [name] }, retention: policy.retention }] : [],
  );
  const named = own.flatMap((group) => group.policies.only);
  return [...own, { policies: { except: named }, retention }];
}
