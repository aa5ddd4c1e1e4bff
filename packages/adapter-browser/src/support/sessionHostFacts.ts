import type { HostFacts } from '@huoti/protocol';
import { parseUserAgent } from './parseUserAgent.js';
import { readHostFacts, type ReadHostFactsOptions } from './readHostFacts.js';

/** Longest fact that a session with a server carries, in characters. */
const MAX_CHARACTERS = 64;

const fact = (text: string | undefined): string | null =>
  text === undefined || text === '' || text === 'unknown' || text === 'und'
    ? null
    : text.slice(0, MAX_CHARACTERS);

/** WeCom's mini-programs are of the same platform, and its user agent has both words too. */
const isMiniProgramPage = (userAgent: string): boolean =>
  /micromessenger/i.test(userAgent) && /miniprogram/i.test(userAgent);

/**
 * What a session tells its server of the host, from what `readHostFacts` reads and nothing else. A page in the web-view of a
 * WeChat mini-program is told by its user agent, which says so since WeChat 7.0.0 (WeChat's page on `web-view`).
 *
 * @example createLiveness({ host: { facts: sessionHostFacts(), ...pieces }, server });
 */
export function sessionHostFacts({ navigator = globalThis.navigator }: ReadHostFactsOptions = {}): HostFacts {
  const { os, engine, language, network } = readHostFacts({ navigator });
  const { browser } = parseUserAgent(navigator.userAgent || 'unknown');
  return {
    kind: isMiniProgramPage(navigator.userAgent) ? 'wechat-web-view' : 'browser',
    browser: fact(browser.name),
    browserVersion: fact(browser.version),
    os: fact(os),
    engine: fact(engine),
    language: fact(language),
    network: fact(network),
  };
}
