import { describe, expect, it } from '@jest/globals';
import type { FakeWindow } from '../../test/support/createReceiverHarness.js';
import { pageReceiver } from './pageReceiver.js';

const TOKEN = 'A'.repeat(22);

describe('pageReceiver', () => {
  it('hands text to whoever listens, until they stop', () => {
    const page: FakeWindow = {};
    const heard: string[] = [];
    const stop = pageReceiver(page).subscribe((text) => heard.push(text));
    page.huotiBridge?.receive('one');
    stop();
    page.huotiBridge?.receive('two');
    expect(heard).toEqual(['one']);
    expect(pageReceiver(page).listenerCount).toBe(0);
  });

  it('takes nothing but text', () => {
    const page: FakeWindow = {};
    const heard: unknown[] = [];
    pageReceiver(page).subscribe((text) => heard.push(text));
    const receive = page.huotiBridge?.receive as (value: unknown) => void;
    for (const value of [null, 7, {}, ['text'], new String('text'), undefined]) receive(value);
    expect(heard).toEqual([]);
  });

  it('is one for each page', () => {
    const page: FakeWindow = {};
    expect(pageReceiver(page)).toBe(pageReceiver(page));
    expect(pageReceiver(page)).not.toBe(pageReceiver({}));
  });

  it('can be neither replaced, changed, removed nor found in a list of names', () => {
    const page: FakeWindow = {};
    pageReceiver(page);
    const { huotiBridge } = page;
    // An attacker's script that comes later wants to read what the app says, and the token.
    expect(() => (page.huotiBridge = { receive: () => undefined, setToken: () => undefined })).toThrow(
      TypeError,
    );
    expect(() => Object.defineProperty(page, 'huotiBridge', { get: () => null })).toThrow(TypeError);
    expect(() => delete page.huotiBridge).toThrow(TypeError);
    expect(() => Object.assign(huotiBridge ?? {}, { receive: () => undefined })).toThrow(TypeError);
    expect(page.huotiBridge).toBe(huotiBridge);
    expect(Object.isFrozen(huotiBridge)).toBe(true);
    expect(Object.keys(page)).toEqual([]);
  });

  it('a name that another script holds and keeps is BRIDGE_UNAVAILABLE', () => {
    const page = Object.defineProperty({}, 'huotiBridge', { value: {}, configurable: false });
    expect(() => pageReceiver(page)).toThrow(
      expect.objectContaining({
        code: 'BRIDGE_UNAVAILABLE',
        message: expect.stringMatching(/load huoti once/),
      }),
    );
  });

  it('a name that another script holds and lets go is taken', () => {
    const page: FakeWindow = { huotiBridge: { receive: () => undefined, setToken: () => undefined } };
    const heard: string[] = [];
    pageReceiver(page).subscribe((text) => heard.push(text));
    page.huotiBridge?.receive('mine');
    expect(heard).toEqual(['mine']);
  });

  it('a token is taken once: a second one does not replace it', () => {
    const page: FakeWindow = {};
    const receiver = pageReceiver(page);
    expect(receiver.token()).toBeNull();
    page.huotiBridge?.setToken(TOKEN);
    // Whoever comes later would make every message of the page worthless to the app.
    page.huotiBridge?.setToken('B'.repeat(22));
    expect(receiver.token()).toBe(TOKEN);
  });

  it.each([['short'], ['A'.repeat(129)], [`${'A'.repeat(22)}"`], [7], [null]])(
    'what is no token is not taken: %p',
    (word) => {
      const page: FakeWindow = {};
      const receiver = pageReceiver(page);
      (page.huotiBridge?.setToken as (value: unknown) => void)(word);
      expect(receiver.token()).toBeNull();
      page.huotiBridge?.setToken(TOKEN);
      expect(receiver.token()).toBe(TOKEN);
    },
  );
});
