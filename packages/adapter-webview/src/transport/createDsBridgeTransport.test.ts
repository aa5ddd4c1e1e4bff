import { describe, expect, it } from '@jest/globals';
import { createDsBridgeTransport } from './createDsBridgeTransport.js';

const sendCode = (send: () => void): string => {
  try {
    send();
    return 'no error';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('createDsBridgeTransport', () => {
  it('registers once, as soon as the object is there, also where it failed before', () => {
    const page: Record<string, unknown> = {};
    const transport = createDsBridgeTransport({ target: page });
    const heard: unknown[] = [];
    transport.subscribe((text) => heard.push(text));
    expect(sendCode(() => transport.send('one'))).toBe('BRIDGE_UNAVAILABLE');
    // Its script is there, and its native side is not.
    const registered: ((text: unknown) => void)[] = [];
    page['dsBridge'] = {
      call: () => undefined,
      register: () => {
        throw new TypeError('made for the test');
      },
    };
    expect(sendCode(() => transport.send('two'))).toBe('BRIDGE_UNAVAILABLE');
    const sent: string[] = [];
    page['dsBridge'] = {
      call: (method: string, text: string) => void sent.push(`${method} ${text}`),
      register: (_name: string, callback: (text: unknown) => void) => void registered.push(callback),
    };
    transport.send('three');
    transport.send('four');
    expect(sent).toEqual(['huoti.postMessage three', 'huoti.postMessage four']);
    expect(registered.length).toBe(1);
    for (const value of ['text', 7, null, {}]) registered[0]?.(value);
    expect(heard).toEqual(['text']);
    transport.close();
    registered[0]?.('late');
    expect(heard).toEqual(['text']);
  });
});
