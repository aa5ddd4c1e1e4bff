import type { ConsentRequest, HostFacts } from '@huoti/protocol';
import { createTestConsent, type TestConsentOptions } from '@huoti/server/testing';

/** A phone. */
export const HOST: HostFacts = {
  kind: 'browser',
  browser: 'Chrome',
  browserVersion: '130',
  os: 'Android',
  engine: 'Blink',
  language: 'zh-CN',
  network: null,
};

/** An adult's yes to a level of evidence, as the deployment that huoti comes with asks for it. */
export const consentTo = (
  level: ConsentRequest['level'],
  options: Pick<TestConsentOptions, 'comparison' | 'deployment'> = {},
): ConsentRequest => createTestConsent({ level, ...options });
