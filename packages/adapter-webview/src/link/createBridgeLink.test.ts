import { describe, expect, it } from '@jest/globals';
import { createAbortSource } from '@huoti/core';
import { createConformanceBench } from '../testing/conformance/createConformanceBench.js';
import { HARNESSES } from '../../test/support/harnesses.js';

const bench = () => {
  const [, create] = HARNESSES[0] ?? [];
  if (!create) throw new TypeError('no harness');
  return createConformanceBench(create());
};

describe('createBridgeLink', () => {
  it('a session that is begun in the same breath as the welcome reaches the answer that is set next', async () => {
    const { startScript, connect, settle } = bench();
    const script = startScript();
    const started: string[] = [];
    const connecting = connect().then((link) => {
      link?.answer('session.start', ({ grant }) => {
        started.push(grant.sessionId);
        return {};
      });
      return link;
    });
    await settle();
    const sessionId = 's'.repeat(22);
    script.welcome();
    script.say({
      kind: 'request',
      name: 'session.start',
      payload: { grant: { sessionId, clientToken: 't'.repeat(16) } },
    });
    const link = await connecting;
    await settle();
    expect(started).toEqual([sessionId]);
    expect(script.last('session.start', 'reply').error).toBeUndefined();
    link?.close();
  });

  it('whoever listens to the end after it hears of it at once', async () => {
    const { openScript } = bench();
    const { link } = await openScript();
    link.close();
    const told: string[] = [];
    link.onClose(({ code }) => told.push(code));
    expect(told).toEqual(['DISPOSED']);
  });

  it('a listener that was taken back hears nothing, and one function that listens twice is heard twice', async () => {
    const { openScript, settle } = bench();
    const { script, link } = await openScript();
    let heard = 0;
    const listener = (): void => void (heard += 1);
    const stops = [link.on('app.interrupt', listener), link.on('app.interrupt', listener)];
    const say = (): void => script.say({ kind: 'event', name: 'app.interrupt', payload: {} });
    say();
    await settle();
    expect(heard).toBe(2);
    stops[0]?.();
    stops[0]?.();
    say();
    await settle();
    expect(heard).toBe(3);
    stops[1]?.();
    say();
    await settle();
    expect(heard).toBe(3);
    link.close();
  });

  it('a newer answer takes the place of an older one, whose taking back changes nothing', async () => {
    const { openHost, codeOf } = bench();
    const { host, link } = await openHost();
    const takeBack = link.answer('session.stop', () => {
      throw new TypeError('made for the test');
    });
    link.answer('session.stop', () => ({}));
    takeBack();
    expect(await codeOf(host.stopSession())).toBe('no error');
    link.close();
  });

  it('a camera that an app opens for a request that ran out of time is let go', async () => {
    const { openScript, settle, codeOf } = bench();
    const { script, link } = await openScript();
    const abort = createAbortSource();
    const wish = { facing: 'user', idealWidthPx: 320, idealHeightPx: 240, idealFps: 30 } as const;
    const options = { signal: abort.signal };
    const code = codeOf(link.request('camera.open', { ...wish, formats: ['jpeg'] }, options));
    await settle();
    abort.abort();
    expect(await code).toBe('ABORTED');
    // An app that passes the cancel over.
    const facts = { widthPx: 320, heightPx: 240, fps: 30, facing: 'user', format: 'jpeg', mirrored: null };
    script.reply(script.last('camera.open'), { stream: 9, ...facts });
    await settle();
    expect(script.last('camera.close').payload).toEqual({ stream: 9 });
    link.close();
    await settle();
  });

  it('what only objects have is no capability', async () => {
    const { openScript } = bench();
    const { link } = await openScript({ capabilities: { brightness: 3 } });
    expect(link.capability('brightness')).toBe(3);
    expect(link.capability('toString' as 'log')).toBe(0);
    link.close();
  });
});
