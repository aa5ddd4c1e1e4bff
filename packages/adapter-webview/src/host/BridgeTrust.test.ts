import { describe, expect, it } from '@jest/globals';
import { judgeSender, requireBridgeTrust, type BridgeTrust } from './BridgeTrust.js';

const ORIGINS: BridgeTrust = {
  kind: 'origins',
  origins: ['https://bank.example', 'https://bank.example:8443'],
};
const TOKEN = 'a0-_'.repeat(6);
const byToken = (token: string | null): BridgeTrust => ({ kind: 'token', token: () => token });

describe('requireBridgeTrust', () => {
  it.each([
    [[]],
    [['*']],
    [['null']],
    [['https://*.bank.example']],
    [['https://bank.example/']],
    [['https://bank.example/path']],
    [['bank.example']],
    [['https://bank.example', 'https://user@bank.example']],
    [['https://bank.example\n']],
  ])('%p is no list of exact origins', (origins) => {
    expect(() => requireBridgeTrust({ kind: 'origins', origins })).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });

  it('exact origins, an own scheme and a port are', () => {
    requireBridgeTrust(ORIGINS);
    requireBridgeTrust({ kind: 'origins', origins: ['capacitor://localhost', 'http://127.0.0.1:8080'] });
    requireBridgeTrust(byToken(null));
  });
});

describe('judgeSender', () => {
  it.each([
    ['the main frame of a listed origin', 'https://bank.example', true, 'trusted'],
    ['of a listed port', 'https://bank.example:8443', true, 'trusted'],
    ['of another port', 'https://bank.example:9443', true, 'refused'],
    ['of another scheme', 'http://bank.example', true, 'refused'],
    ['of an origin that begins alike', 'https://bank.example.evil.example', true, 'refused'],
    ['of an origin in other letters', 'https://BANK.example', true, 'refused'],
    ['of a file', 'null', true, 'refused'],
    ['without an origin', null, true, 'refused'],
    ['a frame of a listed origin', 'https://bank.example', false, 'dropped'],
    ['nobody knows which frame', 'https://bank.example', null, 'dropped'],
  ] as const)('%s is judged so', (_what, origin, isMainFrame, verdict) => {
    expect(judgeSender(ORIGINS, { origin, isMainFrame }, TOKEN)).toBe(verdict);
  });

  it('a platform that says nothing of the sender is not enough where origins are asked for', () => {
    expect(judgeSender(ORIGINS, undefined, TOKEN)).toBe('dropped');
  });

  it.each([
    ['the token', TOKEN, TOKEN, 'trusted'],
    ['none', TOKEN, undefined, 'dropped'],
    ['the empty one', TOKEN, '', 'dropped'],
    ['a shorter one', TOKEN, TOKEN.slice(1), 'dropped'],
    ['a longer one', TOKEN, `${TOKEN}a`, 'dropped'],
    ['one that repeats itself', 'ab'.repeat(12), 'ab', 'dropped'],
    ['another one', TOKEN, TOKEN.replace('0', '1'), 'dropped'],
    ['any, before one was handed over', null, TOKEN, 'dropped'],
    ['the same, too short to be one', 'short', 'short', 'dropped'],
  ] as const)('by token: %s is judged so', (_what, expected, given, verdict) => {
    expect(judgeSender(byToken(expected), undefined, given)).toBe(verdict);
  });

  it('a frame that knows the token is still a frame, where the platform says so', () => {
    expect(judgeSender(byToken(TOKEN), { origin: null, isMainFrame: false }, TOKEN)).toBe('dropped');
  });
});
