import type { ConsentRequest, HostFacts } from '@huoti/protocol';

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

/** A person's yes to a level of evidence. */
export const consentTo = (level: ConsentRequest['level']): ConsentRequest => ({
  level,
  policyVersion: '2026.1',
  textHash: 'a'.repeat(64),
  inventoryHash: 'b'.repeat(64),
  language: 'zh-CN',
  choices: { liveness: true, trace: true, frames: true, comparison: true },
});
