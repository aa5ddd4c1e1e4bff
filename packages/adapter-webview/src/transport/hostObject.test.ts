import { describe, expect, it } from '@jest/globals';
import { callHost, hostFunction } from './hostObject.js';

describe('callHost', () => {
  it('calls a method on its own object', () => {
    const host = {
      word: 'hi',
      say(name: string) {
        return `${this.word} ${name}`;
      },
    };
    expect(callHost({ a: { host } }, ['a', 'host', 'say'], 'you')).toBe('hi you');
  });

  it.each([
    ['nothing there', {}],
    ['something without the method', { host: {} }],
    ['a text in its place', { host: 'text' }],
    ['null in its place', { host: null }],
    ['a method that is none', { host: { say: 'text' } }],
  ])('%s is BRIDGE_UNAVAILABLE, and may come', (_what, target) => {
    expect(hostFunction(target, ['host', 'say'])).toBeNull();
    expect(() => callHost(target, ['host', 'say'])).toThrow(
      expect.objectContaining({ code: 'BRIDGE_UNAVAILABLE', retryable: true }),
    );
  });

  it('a host that throws is BRIDGE_UNAVAILABLE with its cause', () => {
    const cause = new TypeError('made for the test');
    const target = {
      say: () => {
        throw cause;
      },
    };
    expect(() => callHost(target, ['say'])).toThrow(
      expect.objectContaining({ code: 'BRIDGE_UNAVAILABLE', cause }),
    );
  });
});
