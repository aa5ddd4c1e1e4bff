import { describe, expect, it } from '@jest/globals';
import { createManualClock, createSeededRandom } from '@huoti/core/testing';
import { settle } from '../../test/support/createCameraRig.js';
import { createScriptedHost } from '../testing/conformance/createScriptedHost.js';
import type { BridgeTransport } from '../transport/BridgeTransport.js';
import { createLoopback } from '../transport/createLoopback.js';
import { connectBridge } from './connectBridge.js';

const ENGINE = { wasm: true, simd: true, threads: false, webgl2: true, camera: true };

const setUp = ({ random = createSeededRandom(3) } = {}) => {
  const clock = createManualClock({ startMs: 1000 });
  const { page, host } = createLoopback();
  const script = createScriptedHost(host);
  let closed = 0;
  const transport: BridgeTransport = {
    ...page,
    close() {
      closed += 1;
      page.close();
    },
  };
  const connect = (over: object = {}) =>
    connectBridge({ transport, clock, random, sdk: '1.0.0', engine: ENGINE, ...over });
  return { clock, script, connect, closedCount: () => closed };
};

describe('connectBridge', () => {
  it('draws a session and a nonce anew each time, 128 bits each', async () => {
    const random = createSeededRandom(3);
    const drawn: unknown[] = [];
    for (let load = 0; load < 2; load++) {
      const { script, connect } = setUp({ random });
      const connecting = connect();
      await settle();
      const hello = script.last('hello');
      drawn.push(hello.session, hello.payload?.['nonce']);
      script.welcome();
      (await connecting)?.close();
    }
    expect(new Set(drawn).size).toBe(4);
    for (const hex of drawn) expect(hex).toMatch(/^[0-9a-f]{32}$/);
  });

  it('closes the transport where no host answers, and where one refuses', async () => {
    const silent = setUp();
    const connecting = silent.connect({ helloForMs: 250 });
    await settle();
    silent.clock.advanceBy(250);
    expect(await connecting).toBeNull();
    expect(silent.closedCount()).toBe(1);

    const refusing = setUp();
    const refused = refusing.connect();
    refused.catch(() => undefined);
    await settle();
    refusing.script.refuse(refusing.script.last('hello'), 'not_trusted');
    await expect(refused).rejects.toMatchObject({ code: 'HOST_FORBIDS' });
    expect(refusing.closedCount()).toBe(1);
  });

  it('says hello every 250 ms, each with its own id and the same session and nonce', async () => {
    const { clock, script, connect } = setUp();
    const connecting = connect({ helloForMs: 1000 });
    for (let at = 0; at < 4; at++) {
      await settle();
      clock.advanceBy(250);
    }
    await connecting;
    await settle();
    const hellos = script.heard.filter(({ kind }) => kind === 'request');
    expect(hellos.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(hellos.map(({ timeMs }) => timeMs)).toEqual([1000, 1250, 1500, 1750]);
    expect(
      new Set(hellos.map(({ session, payload }) => `${session} ${String(payload?.['nonce'])}`)).size,
    ).toBe(1);
  });

  it('measures the clocks by the hello that was answered, not by the last one', async () => {
    const { clock, script, connect } = setUp();
    const connecting = connect();
    await settle();
    clock.advanceBy(250);
    await settle();
    const [first] = script.heard;
    if (!first) throw new TypeError('no hello');
    // Heard 40 ms after it was sent, answered at once, on the way back for 40 ms less than the 250 that have gone by.
    const heardAtMs = 900_040;
    const welcome = {
      ...{ version: '1.0', app: { id: 'example.app' }, platform: 'ios', capabilities: {} },
      ...{ limits: { controlBytes: 8192, frameBytes: 524_288 }, nonce: 'a'.repeat(32), heardAtMs },
      echo: first.payload?.['nonce'],
    };
    script.say({ kind: 'reply', name: 'hello', replyTo: first.id, timeMs: heardAtMs, payload: welcome });
    const link = await connecting;
    // The offset is 900,040 - (1000 + 1250) / 2.
    expect(link?.toPageMs(heardAtMs)).toBe(1125);
    expect(link?.toPageMs(heardAtMs + 1e6)).toBe(1250);
    link?.close();
  });

  it('a host that sends its welcome again and again opens one bridge', async () => {
    const { clock, script, connect } = setUp();
    const connecting = connect();
    await settle();
    script.welcome();
    script.welcome({ app: { id: 'example.other' } });
    const link = await connecting;
    await settle();
    expect(link?.welcome.app.id).toBe('example.scripted');
    link?.close();
    expect(clock.sleeperCount).toBe(0);
  });
});
