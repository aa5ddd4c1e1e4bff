import type { RetentionSettings, ServerSettings } from '../context/ServerSettings.js';

/** How long data of sessions under a policy is kept: the policy's own times, else the service's. */
export function retentionOf(settings: ServerSettings, policyName: string): RetentionSettings {
  const own = Object.hasOwn(settings.policies, policyName)
    ? settings.policies[policyName]?.retention
    : undefined;
  return own ?? settings.retention;
}
