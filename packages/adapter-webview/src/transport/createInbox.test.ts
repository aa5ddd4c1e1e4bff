import { describe, expect, it } from '@jest/globals';
import type { FakeWindow } from '../../test/support/createReceiverHarness.js';
import { createInbox } from './createInbox.js';
import { pageReceiver } from './pageReceiver.js';

describe('createInbox', () => {
  it('hears the receiver once, however many listen, and leaves it with the last', () => {
    const page: FakeWindow = {};
    const receiver = pageReceiver(page);
    const inbox = createInbox(receiver);
    const heard: string[] = [];
    const stops = [1, 2].map((who) => inbox.subscribe((text) => heard.push(`${who} ${text}`)));
    expect(receiver.listenerCount).toBe(1);
    page.huotiBridge?.receive('hi');
    expect(heard).toEqual(['1 hi', '2 hi']);
    stops[0]?.();
    stops[0]?.();
    expect(receiver.listenerCount).toBe(1);
    stops[1]?.();
    expect(receiver.listenerCount).toBe(0);
  });

  it('takes the answer of a call where it is a text', () => {
    const inbox = createInbox(pageReceiver({}));
    const heard: string[] = [];
    inbox.subscribe((text) => heard.push(text));
    for (const answer of [undefined, null, '', 0, {}, 'message']) inbox.hear(answer);
    expect(heard).toEqual(['message']);
  });

  it('once closed it hears nothing, and takes no listener', () => {
    const page: FakeWindow = {};
    const receiver = pageReceiver(page);
    const inbox = createInbox(receiver);
    const heard: string[] = [];
    inbox.subscribe((text) => heard.push(text));
    inbox.close();
    inbox.subscribe((text) => heard.push(text));
    page.huotiBridge?.receive('late');
    inbox.hear('late');
    expect(heard).toEqual([]);
    expect(receiver.listenerCount).toBe(0);
  });
});
