import { describe, expect, it } from '@jest/globals';
import { createManualClock } from '@huoti/core/testing';
import type { BridgeMessage } from '@huoti/protocol/bridge';
import { settle } from '../../test/support/createCameraRig.js';
import { holdBack } from './holdBack.js';

const message = (id: number): BridgeMessage => ({
  ...{ version: '1.0', session: 'a'.repeat(32), id, timeMs: 0 },
  ...{ kind: 'event', name: 'app.pause', payload: {} },
});

describe('holdBack', () => {
  it('hands on what came before and what comes meanwhile, in its order, once the caller has had its turn', async () => {
    const order: unknown[] = [];
    const take = holdBack({
      clock: createManualClock(),
      early: [{ message: message(1), bytes: null }],
      hand: ({ id }) => order.push(id),
    });
    const caller = Promise.resolve().then(() => order.push('caller'));
    take(message(2), null);
    await caller;
    await settle();
    take(message(3), null);
    expect(order).toEqual(['caller', 1, 2, 3]);
  });
});
