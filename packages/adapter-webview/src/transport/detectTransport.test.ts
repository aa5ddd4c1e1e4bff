import { describe, expect, it } from '@jest/globals';
import { isHuotiError } from '@huoti/protocol';
import { TOKEN, type FakeWindow } from '../../test/support/createReceiverHarness.js';
import { detectTransport } from './detectTransport.js';
import { pageReceiver } from './pageReceiver.js';

/** Each platform's object; what is sent to it is written down with its name. */
const platforms = (sent: string[]) => {
  const post = (name: string) => (text: string) => void sent.push(`${name} ${text}`);
  return {
    android: (page: FakeWindow) =>
      (page['huotiHost'] = { postMessage: post('android'), addEventListener() {}, removeEventListener() {} }),
    'wk-reply': (page: FakeWindow) =>
      (page['webkit'] = {
        messageHandlers: {
          huotiReply: { postMessage: post('wk-reply') },
          huoti: { postMessage: post('wk') },
        },
      }),
    wk: (page: FakeWindow) => (page['webkit'] = { messageHandlers: { huoti: { postMessage: post('wk') } } }),
    harmony: (page: FakeWindow) => (page['huotiArk'] = { postMessage: post('harmony') }),
    flutter: (page: FakeWindow) =>
      (page['flutter_inappwebview'] = {
        callHandler: (_name: string, text: string) => post('flutter')(text),
      }),
    legacy: (page: FakeWindow) => (page['huotiLegacy'] = { postMessage: post('legacy') }),
    'react-native': (page: FakeWindow) =>
      (page['ReactNativeWebView'] = { postMessage: post('react-native') }),
    dsbridge: (page: FakeWindow) =>
      (page['dsBridge'] = { call: (_name: string, text: string) => post('dsbridge')(text), register() {} }),
  };
};
const ORDER = [
  'android',
  'wk-reply',
  'wk',
  'harmony',
  'flutter',
  'legacy',
  'react-native',
  'dsbridge',
] as const;

const codeOf = (work: () => void): string => {
  try {
    work();
    return 'no error';
  } catch (error) {
    return isHuotiError(error) ? error.code : String(error);
  }
};

describe('detectTransport', () => {
  it.each(ORDER.map((name, index) => [name, ORDER.slice(index)] as const))(
    '%s comes before %p',
    (name, present) => {
      const page: FakeWindow = {};
      const sent: string[] = [];
      // Put there in the reverse order, so that it is not the first that is found.
      for (const one of [...present].reverse()) platforms(sent)[one](page);
      const transport = detectTransport({ target: page });
      transport.send('hi');
      expect(sent).toEqual([`${name} hi`]);
      expect(transport.name).toBe(name);
    },
  );

  it('without a host sending is BRIDGE_UNAVAILABLE, and a host that comes later is found', () => {
    const page: FakeWindow = {};
    const sent: string[] = [];
    const transport = detectTransport({ target: page });
    expect(codeOf(() => transport.send('one'))).toBe('BRIDGE_UNAVAILABLE');
    expect([transport.name, transport.knowsSender, transport.binary]).toEqual(['none', false, false]);
    platforms(sent).harmony(page);
    transport.send('two');
    expect(sent).toEqual(['harmony two']);
    expect([transport.name, transport.knowsSender, transport.binary]).toEqual(['harmony', true, false]);
  });

  it("a page's own dsBridge script hides no host that comes later, and what was tried first is let go", () => {
    const page: FakeWindow = {};
    const sent: string[] = [];
    platforms(sent).dsbridge(page);
    const transport = detectTransport({ target: page });
    transport.subscribe(() => undefined);
    transport.send('one');
    platforms(sent).legacy(page);
    transport.send('two');
    expect(sent).toEqual(['dsbridge one', 'legacy two']);
    expect(pageReceiver(page).listenerCount).toBe(1);
  });

  it('once a host was heard the choice stands', () => {
    const page: FakeWindow = {};
    const sent: string[] = [];
    platforms(sent)['react-native'](page);
    const transport = detectTransport({ target: page });
    const heard: unknown[] = [];
    transport.subscribe((message) => heard.push(message));
    transport.send('one');
    page.huotiBridge?.receive('answer');
    // A script puts another host's object there to have the page's messages.
    platforms(sent).android(page);
    transport.send('two');
    expect(heard).toEqual(['answer']);
    expect(sent).toEqual(['react-native one', 'react-native two']);
  });

  it('after close nothing is chosen again, sent or heard', () => {
    const page: FakeWindow = {};
    const sent: string[] = [];
    platforms(sent).wk(page);
    const transport = detectTransport({ target: page });
    const heard: unknown[] = [];
    transport.subscribe((message) => heard.push(message));
    transport.send('one');
    transport.close();
    transport.close();
    platforms(sent).android(page);
    expect(codeOf(() => transport.send('two'))).toBe('BRIDGE_UNAVAILABLE');
    page.huotiBridge?.receive('late');
    expect(sent).toEqual(['wk one']);
    expect(heard).toEqual([]);
    expect(pageReceiver(page).listenerCount).toBe(0);
  });

  it('a host that can not be listened to is looked for again', () => {
    const page: FakeWindow = {};
    const sent: string[] = [];
    page['huotiHost'] = { postMessage: (text: string) => sent.push(text) };
    const transport = detectTransport({ target: page });
    expect(codeOf(() => transport.send('one'))).toBe('BRIDGE_UNAVAILABLE');
    platforms(sent).android(page);
    transport.send('two');
    expect(sent).toEqual(['android two']);
  });

  it('a token that came before anything was sent goes with the first message', () => {
    const page: FakeWindow = {};
    const transport = detectTransport({ target: page });
    page.huotiBridge?.setToken(TOKEN);
    expect(transport.token?.()).toBeNull();
    platforms([]).legacy(page);
    expect(transport.token?.()).toBe(TOKEN);
  });

  it('a platform that names the sender is given no token', () => {
    const page: FakeWindow = {};
    const transport = detectTransport({ target: page });
    page.huotiBridge?.setToken(TOKEN);
    platforms([]).android(page);
    expect(transport.token?.()).toBeNull();
  });
});
