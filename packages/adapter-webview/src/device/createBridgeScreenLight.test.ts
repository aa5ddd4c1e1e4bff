import { describe, expect, it } from '@jest/globals';
import type { ScreenLight } from '@huoti/core';
import { createManualClock } from '@huoti/core/testing';
import { HuotiError } from '@huoti/protocol';
import type { BridgeCapability } from '@huoti/protocol/bridge';
import { settle } from '../../test/support/createCameraRig.js';
import type { BridgeLink } from '../link/BridgeLink.js';
import { createBridgeScreenLight } from './createBridgeScreenLight.js';

interface SetUp {
  offers?: readonly BridgeCapability[];
  /** What the app does with a request: answers, fails, or nothing. */
  app?: 'answers' | 'fails' | 'silent';
}

const setUp = ({ offers = ['brightness', 'keepAwake'], app = 'answers' }: SetUp = {}) => {
  const clock = createManualClock();
  const done: string[] = [];
  const request = (name: string, payload: unknown): Promise<object> => {
    done.push(`${name} ${JSON.stringify(payload)}`);
    if (app === 'fails') return Promise.reject(new HuotiError('HOST_ERROR', 'made for the test'));
    return app === 'answers' ? Promise.resolve({}) : new Promise(() => undefined);
  };
  let closed = false;
  const inner: ScreenLight = {
    specificationVersion: 'v1',
    async show(colour) {
      if (closed) throw new HuotiError('DISPOSED', 'made for the test');
      done.push(`show ${colour.join()}`);
      return 7;
    },
    async close() {
      if (!closed) done.push('close');
      closed = true;
    },
  };
  const link = {
    capability: (name: BridgeCapability) => (offers.includes(name) ? 1 : 0),
    request,
  } as Pick<BridgeLink, 'capability' | 'request'>;
  return { clock, done, light: createBridgeScreenLight({ link, light: inner, clock }) };
};

const RED = [1, 0, 0] as const;

describe('createBridgeScreenLight', () => {
  it('makes the screen bright before the first colour, once, and gives it back', async () => {
    const { clock, done, light } = setUp();
    expect(await light.show(RED)).toBe(7);
    await light.show(RED);
    await light.close();
    await light.close();
    expect(done).toEqual([
      'brightness {"level":1}',
      'keepAwake {"on":true}',
      'show 1,0,0',
      'show 1,0,0',
      'close',
      'brightness {"level":null}',
      'keepAwake {"on":false}',
    ]);
    expect(clock.sleeperCount).toBe(0);
  });

  it('asks for nothing that the app does not offer', async () => {
    const { done, light } = setUp({ offers: [] });
    await light.show(RED);
    await light.close();
    expect(done).toEqual(['show 1,0,0', 'close']);
  });

  it('does without an app that fails at it', async () => {
    const { done, light } = setUp({ app: 'fails' });
    await light.show(RED);
    await light.close();
    expect(done.filter((one) => one.startsWith('show'))).toEqual(['show 1,0,0']);
  });

  it('waits one second at most for an app that says nothing', async () => {
    const { clock, done, light } = setUp({ app: 'silent' });
    const shown = light.show(RED);
    clock.advanceBy(999);
    await settle();
    expect(done).not.toContain('show 1,0,0');
    clock.advanceBy(1);
    expect(await shown).toBe(7);
  });

  it('closed while it waits, the colour is DISPOSED and the screen is given back all the same', async () => {
    const { clock, done, light } = setUp({ app: 'silent' });
    const shown = light.show(RED);
    await settle();
    void light.close();
    await expect(shown).rejects.toMatchObject({ code: 'DISPOSED' });
    expect(done).toContain('brightness {"level":null}');
    expect(clock.sleeperCount).toBe(0);
  });

  it('a colour after close is DISPOSED and leaves the screen as it is', async () => {
    const { done, light } = setUp();
    await light.show(RED);
    await light.close();
    const before = done.length;
    await expect(light.show(RED)).rejects.toMatchObject({ code: 'DISPOSED' });
    expect(done.length).toBe(before);
  });

  it('one that never showed anything has nothing to give back', async () => {
    const { done, light } = setUp();
    await light.close();
    expect(done).toEqual(['close']);
  });
});
