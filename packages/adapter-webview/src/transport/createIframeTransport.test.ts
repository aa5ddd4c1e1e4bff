import { describe, expect, it } from '@jest/globals';
import { createFakeFrame } from '../../test/support/createFakeFrame.js';
import { standIn } from '../../test/support/createFakePage.js';
import { createIframeTransport } from './createIframeTransport.js';

const setUp = () => {
  const posted: string[] = [];
  const frame = createFakeFrame((text) => posted.push(text));
  frame.putInside();
  const transport = createIframeTransport({ parentOrigin: frame.parentOrigin, target: frame.window });
  const heard: (string | Uint8Array)[] = [];
  transport.subscribe((message) => heard.push(message));
  return { posted, frame, transport, heard };
};

describe('createIframeTransport', () => {
  it.each([
    '*',
    'null',
    '',
    'bank.example',
    'https://bank.example/',
    'https://*.bank.example',
    'javascript:alert(1)',
  ])('%p is no exact origin: INVALID_ARGUMENT', (parentOrigin) => {
    const { window } = createFakeFrame(() => undefined);
    expect(() => createIframeTransport({ parentOrigin, target: window })).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT' }),
    );
  });

  it('posts to that origin alone, and hears text and bytes of it', () => {
    const { posted, frame, transport, heard } = setUp();
    transport.send('hello');
    expect(posted).toEqual(['hello']);
    frame.deliver('text');
    frame.deliver(new Uint8Array([1, 2]).buffer);
    expect(heard).toEqual(['text', new Uint8Array([1, 2])]);
  });

  it('hears no other origin, no other window of that origin, and nothing but text and bytes', () => {
    const { frame, heard } = setUp();
    // Another frame of the bank's page, and a page of the attacker that has a handle on this one.
    frame.deliver('from evil', { origin: 'https://evil.example' });
    frame.deliver('from alike', { origin: 'https://bank.example.evil.example' });
    frame.deliver('from opaque', { origin: 'null' });
    frame.deliver('from a sibling', { source: {} });
    frame.deliver('from nobody', { source: null });
    for (const data of [null, 7, { kind: 'event' }, new Uint8Array(1)]) frame.deliver(data);
    expect(heard).toEqual([]);
  });

  it('a page that is not inside another one, or whose parent throws, is BRIDGE_UNAVAILABLE', () => {
    const { frame, transport } = setUp();
    frame.takeOut();
    expect(() => transport.send('hello')).toThrow(expect.objectContaining({ code: 'BRIDGE_UNAVAILABLE' }));
    const parent = {
      postMessage: () => {
        throw new DOMException('made for the test', 'DataCloneError');
      },
    };
    const target = { ...frame.window, parent: standIn<Window>(parent) };
    const throwing = createIframeTransport({ parentOrigin: frame.parentOrigin, target });
    expect(() => throwing.send('hello')).toThrow(
      expect.objectContaining({ code: 'BRIDGE_UNAVAILABLE', cause: expect.any(DOMException) }),
    );
  });

  it('once closed it listens no more', () => {
    const { frame, transport, heard } = setUp();
    transport.close();
    frame.deliver('late');
    expect(heard).toEqual([]);
    expect(frame.listenerCount()).toBe(0);
  });
});
