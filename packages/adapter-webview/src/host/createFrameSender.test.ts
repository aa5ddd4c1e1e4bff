import { describe, expect, it } from '@jest/globals';
import { createManualClock } from '@huoti/core/testing';
import { settle } from '../../test/support/createCameraRig.js';
import { createFrameSender } from './createFrameSender.js';
import type { HostPicture } from './HostCamera.js';

const picture = (capturedAtMs: number): HostPicture => ({
  ...{ bytes: new Uint8Array(1), widthPx: 320, heightPx: 240, rotationDegrees: 0, capturedAtMs },
});

const setUp = ({ tooLarge = new Set<number>() } = {}) => {
  const clock = createManualClock();
  const sent: string[] = [];
  let stalls = 0;
  const sender = createFrameSender({
    clock,
    send({ capturedAtMs }, sequence, droppedCount) {
      if (tooLarge.has(capturedAtMs)) return false;
      sent.push(`${sequence}: ${capturedAtMs}, ${droppedCount} dropped`);
      return true;
    },
    onStall: () => void (stalls += 1),
  });
  return { clock, sent, sender, stalls: () => stalls };
};

describe('createFrameSender', () => {
  it('sends nothing without credit, keeps the newest and counts the others', () => {
    const { sender, sent } = setUp();
    for (const at of [1, 2, 3]) sender.offer(picture(at));
    expect(sent).toEqual([]);
    expect(sender.droppedCount).toBe(2);
    sender.grant(2);
    expect(sent).toEqual(['0: 3, 2 dropped']);
    sender.offer(picture(4));
    sender.offer(picture(5));
    expect(sent).toEqual(['0: 3, 2 dropped', '1: 4, 2 dropped']);
    sender.offer(picture(6));
    sender.grant(1);
    expect(sent[2]).toBe('2: 6, 3 dropped');
    expect(sender.sentCount + sender.droppedCount).toBe(6);
  });

  it('a page that gives credit without end is owed eight', () => {
    const { sender, sent } = setUp();
    for (let at = 0; at < 100; at++) sender.grant(8);
    for (let at = 0; at < 100; at++) sender.offer(picture(at));
    expect(sent.length).toBe(8);
  });

  it('says once that the page is stalled, 3 s after a picture had to wait, and again after the next time', async () => {
    const { clock, sender, stalls } = setUp();
    sender.offer(picture(1));
    clock.advanceBy(2999);
    await settle();
    expect(stalls()).toBe(0);
    clock.advanceBy(1);
    sender.offer(picture(2));
    clock.advanceBy(9000);
    await settle();
    expect(stalls()).toBe(1);
    sender.grant(1);
    sender.offer(picture(3));
    clock.advanceBy(3000);
    await settle();
    expect(stalls()).toBe(2);
  });

  it('credit in time keeps it from saying so', async () => {
    const { clock, sender, stalls } = setUp();
    sender.offer(picture(1));
    clock.advanceBy(2999);
    sender.grant(1);
    clock.advanceBy(9000);
    await settle();
    expect(stalls()).toBe(0);
    expect(clock.sleeperCount).toBe(0);
  });

  it('a picture that does not go through is dropped, and takes no credit', () => {
    const { sender, sent } = setUp({ tooLarge: new Set([1]) });
    sender.grant(1);
    sender.offer(picture(1));
    sender.offer(picture(2));
    expect(sent).toEqual(['0: 2, 1 dropped']);
  });

  it('stopped it sends nothing and leaves no timer', async () => {
    const { clock, sender, sent, stalls } = setUp();
    sender.offer(picture(1));
    sender.stop();
    sender.grant(2);
    sender.offer(picture(2));
    clock.advanceBy(9000);
    await settle();
    expect(sent).toEqual([]);
    expect(stalls()).toBe(0);
    expect(clock.sleeperCount).toBe(0);
  });
});
