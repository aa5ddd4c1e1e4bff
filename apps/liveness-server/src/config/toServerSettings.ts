import type { Deployment } from '@huoti/privacy';
import { createServerSettings, type PolicySettings, type ServerSettings } from '@huoti/server';
import { ENGINE_VERSION } from '../app/engineVersion.js';
import type { PolicyDefinition, ServiceSettings } from './ServiceSettings.js';

function policySettings(name: string, definition: PolicyDefinition): PolicySettings {
  const { light, tripwires, evidenceLevel, ...own } = definition;
  return { policy: { name, light, tripwires, evidenceLevel }, ...own };
}

/**
 * The part of the settings that the functions of `@huoti/server` work with.
 *
 * @param publicUrl the origin that clients call, known once the service listens
 * @throws HuotiError INVALID_ARGUMENT where two settings contradict each other
 */
export function toServerSettings(settings: ServiceSettings, publicUrl: string): ServerSettings {
  const { privacy, calendar, legalGrounds, filingThreshold } = settings;
  const { allowPlainHttp: allowHttp, timeoutMs: _ofTheSender, ...webhooks } = settings.webhooks;
  return createServerSettings({
    issuer: publicUrl,
    policies: Object.fromEntries(
      Object.entries(settings.policies).map(([name, policy]) => [name, policySettings(name, policy)]),
    ),
    allowedPolicies: settings.allowedPolicies,
    attempts: settings.attempts,
    retention: settings.retention,
    webhooks: { ...webhooks, allowHttp },
    platforms: settings.wechat.appId === null ? [] : ['wechat'],
    wechatFaceClearance: settings.wechat.faceClearance,
    legalGrounds,
    filingThreshold,
    // Of unknown shape until `createServerSettings` has read it.
    ...(privacy === null ? {} : { privacy: privacy as Deployment }),
    ...(calendar === null ? {} : { calendar }),
    engineVersion: ENGINE_VERSION,
  });
}
