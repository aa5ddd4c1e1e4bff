import type { HostFacts } from '@huoti/protocol';
import { parseUserAgent } from './parseUserAgent.js';
import { readHostFacts, type ReadHostFactsOptions } from './readHostFacts.js';

/** Longest fact that a session with a server carries, in characters. */
const MAX_CHARACTERS = 64;

const fact = (text: string | undefined): string | null =>
  text === undefined || text === '' || text === 'unknown' || text === 'und'
    ? null
    : text.slice(0, MAX_CHARACTERS);

/**
 * What a session tells its server of the host, from what `readHostFacts` reads and nothing else.
 *
 * @example createLiveness({ host: { facts: sessionHostFacts(), ...pieces }, server });
 */
export function sessionHostFacts({ navigator = globalThis.navigator }: ReadHostFactsOptions = {}): HostFacts {
  const { os, engine, language, network } = readHostFacts({ navigator });
  const { browser } = parseUserAgent(navigator.userAgent || 'unknown');
  return {
    kind: 'browser',
    browser: fact(browser.name),
    browserVersion: fact(browser.version),
    os: fact(os),
    engine: fact(engine),
    language: fact(language),
    network: fact(network),
  };
}
