import { describe, expect, it } from '@jest/globals';

import { sessionHostFacts } from './sessionHostFacts.js';

describe('sessionHostFacts', () => {
  it('names browser and system', () => {
    const userAgent =
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36';
    expect(sessionHostFacts({ navigator: { userAgent, language: 'zh-CN' } })).toMatchObject({
      kind: 'browser',
      browser: 'Chrome',
      browserVersion: '126.0.0.0',
      language: 'zh-CN',
      network: null,
    });
  });

  it.each([
    ['nothing', ''],
    ['something endless', 'Mozilla/5.0 '.repeat(5000)],
    ['markup', '<script>alert(1)</script>'],
  ])('a user agent of %s still makes facts that a server takes', (_what, userAgent) => {
    const facts = sessionHostFacts({ navigator: { userAgent, language: 'x'.repeat(500) } });
    for (const value of Object.values(facts)) expect((value ?? '').length).toBeLessThanOrEqual(64);
  });
});
