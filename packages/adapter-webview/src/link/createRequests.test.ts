import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { createManualClock } from '@huoti/core/testing';
import { HuotiError } from '@huoti/protocol';
import type { BridgeReplyMessage } from '@huoti/protocol/bridge';
import { settle } from '../../test/support/createCameraRig.js';
import { createRequests } from './createRequests.js';
import type { BridgeDraft } from './createBridgePort.js';

const setUp = ({ onSend = () => undefined }: { onSend?: (id: number) => void } = {}) => {
  const clock = createManualClock();
  const sent: (readonly [id: number, draft: BridgeDraft])[] = [];
  let lastId = 0;
  const reserveId = (): number => (lastId += 1);
  const requests = createRequests({
    clock,
    reserveId,
    send(draft, id = reserveId()) {
      sent.push([id, draft]);
      onSend(id);
    },
  });
  const reply = (replyTo: number, over: object = {}): boolean =>
    requests.settle({
      ...{ kind: 'reply', name: 'keepAwake', replyTo, payload: {} },
      ...{ version: '1.0', session: '', id: 1, timeMs: 0 },
      ...over,
    } as BridgeReplyMessage);
  return { clock, sent, requests, reply };
};

describe('createRequests', () => {
  it('an answer that comes while the request is being sent is not lost', async () => {
    const rig = setUp({ onSend: (id) => void rig.reply(id) });
    await expect(rig.requests.ask('keepAwake', { on: true })).resolves.toEqual({});
    expect(rig.clock.sleeperCount).toBe(0);
  });

  it('an answer to nobody, a second one and one of another name are said to be', async () => {
    const { requests, reply } = setUp();
    const asked = requests.ask('keepAwake', { on: true });
    expect(reply(7)).toBe(false);
    expect(reply(1, { name: 'brightness' })).toBe(false);
    expect(reply(1)).toBe(true);
    expect(reply(1)).toBe(false);
    await asked;
  });

  it('one that can not be sent fails with what stood in the way, and leaves no timer and no listener', async () => {
    const failure = new HuotiError('BRIDGE_UNAVAILABLE', 'made for the test');
    const { clock, requests } = setUp({
      onSend: () => {
        throw failure;
      },
    });
    const abort = createAbortSource();
    await expect(requests.ask('keepAwake', { on: true }, { signal: abort.signal })).rejects.toBe(failure);
    expect(clock.sleeperCount).toBe(0);
    abort.abort();
    await settle();
  });

  it('a clock that fails ends the request with its error', async () => {
    const failure = new TypeError('made for the test');
    let id = 0;
    const requests = createRequests({
      clock: { sleep: () => Promise.reject(failure) },
      reserveId: () => (id += 1),
      send: () => undefined,
    });
    await expect(requests.ask('keepAwake', { on: true })).rejects.toBe(failure);
    expect(
      requests.settle({ kind: 'reply', name: 'keepAwake', replyTo: 1, payload: {} } as BridgeReplyMessage),
    ).toBe(false);
  });

  it('a cancel that can not be sent does not hide why', async () => {
    let dead = false;
    const { clock, requests } = setUp({
      onSend: () => {
        if (dead) throw new HuotiError('BRIDGE_UNAVAILABLE', 'made for the test');
      },
    });
    const asked = requests.ask('keepAwake', { on: true });
    dead = true;
    clock.advanceBy(5000);
    await expect(asked).rejects.toMatchObject({ code: 'BRIDGE_TIMEOUT', retryable: true });
  });

  it("the host's error keeps its word, its cause and whether to try again", async () => {
    const { requests, reply } = setUp();
    const asked = requests.ask('keepAwake', { on: true });
    const error = { code: 'camera_in_use', retryable: true, message: 'busy', cause: 'AVError' };
    reply(1, { payload: undefined, error });
    await expect(asked).rejects.toMatchObject({
      code: 'CAMERA_IN_USE',
      retryable: true,
      message: 'the app answered keepAwake with: busy',
      cause: error,
    });
  });

  it('after failAll what waits and what is asked later fail with the first reason', async () => {
    const { clock, sent, requests } = setUp();
    const waits = requests.ask('keepAwake', { on: true });
    requests.failAll(new HuotiError('DISPOSED', 'first'));
    requests.failAll(new HuotiError('BRIDGE_UNAVAILABLE', 'second'));
    await expect(waits).rejects.toMatchObject({ code: 'DISPOSED' });
    await expect(requests.ask('keepAwake', { on: false })).rejects.toMatchObject({ message: 'first' });
    expect(sent.length).toBe(1);
    expect(clock.sleeperCount).toBe(0);
  });

  it('a thousand requests leave nothing', async () => {
    const { clock, requests, reply } = setUp();
    const asked = Array.from({ length: 1000 }, () => requests.ask('keepAwake', { on: true }));
    for (let id = 1; id <= 1000; id++) reply(id);
    await Promise.all(asked);
    expect(clock.sleeperCount).toBe(0);
  });
});
