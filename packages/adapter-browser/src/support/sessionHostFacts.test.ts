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

  // As WeChat writes it on a phone; the words that count are the last ones.
  const wechat =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.49(0x18003137) NetType/WIFI Language/zh_CN';
  it.each([
    ['a page in WeChat', wechat, 'browser'],
    [
      "a page in a WeChat mini-program's web-view",
      `${wechat} miniProgram/wx0123456789abcdef`,
      'wechat-web-view',
    ],
    ['the same on Android', `${wechat} MiniProgramEnv/android`, 'wechat-web-view'],
    ["a page in Alipay's web-view", 'Mozilla/5.0 AlipayClient/10.5.96 MiniProgram', 'browser'],
  ])('%s is told by its user agent', (_what, userAgent, kind) => {
    expect(sessionHostFacts({ navigator: { userAgent } }).kind).toBe(kind);
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
