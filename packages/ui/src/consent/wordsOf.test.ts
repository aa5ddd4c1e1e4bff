import { describe, expect, it } from '@jest/globals';
import { DEFAULT_DEPLOYMENT, type Deployment } from '@huoti/privacy';
import { wordsOf } from './wordsOf.js';

const deployment: Deployment = {
  ...DEFAULT_DEPLOYMENT,
  operator: { name: 'Example Bank', contact: 'privacy@bank.test' },
  alternative: { en: 'a visit to any branch' },
};
const of = (language: 'en' | 'zh-CN') =>
  wordsOf({ language, settings: { deployment, level: 'none', languages: [language], atMs: 0 } });

describe('wordsOf', () => {
  it('has the other way in the operator’s words, or as one that the operator offers', () => {
    expect(of('en').declined.anotherWay).toBe('a visit to any branch');
    expect(of('zh-CN').declined.anotherWay).toContain('Example Bank');
  });

  it('leaves no name in braces', () => {
    expect(JSON.stringify([of('en'), of('zh-CN')])).not.toMatch(/\{(operator|contact|alternative)\}/);
  });
});
