import type { ConsentRequest } from '@huoti/protocol';
import type { DemoLevel } from '../DemoSettings.js';

/** Changes with the words of the demo's notice. */
const POLICY_VERSION = 'demo-1';

/** What a person agreed to, as the service keeps it: the level, and which words they saw. */
export async function consentTo(level: DemoLevel, text: string, language: string): Promise<ConsentRequest> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const textHash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { level, policyVersion: POLICY_VERSION, textHash, language };
}
