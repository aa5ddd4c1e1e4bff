import { describe, expect, it } from '@jest/globals';
import { frameSourceContract } from '@huoti/core/testing';
import { FakeBrowser } from '../../test/support/fakeBrowser.js';
import { createCanvasSource } from './createCanvasSource.js';

frameSourceContract(
  'a canvas',
  () => {
    const browser = new FakeBrowser();
    return {
      source: createCanvasSource({ environment: browser.environment, drawFrame: () => true }),
      deliverFrame: () => browser.advance(34),
      interrupt: async () => {
        browser.hidden = true;
        browser.document.dispatchEvent(new Event('visibilitychange'));
      },
      liveResourceCount: () => browser.liveResourceCount,
    };
  },
  { describe, it, expect },
  { lacks: ['holdOpening', 'refuseOpening'] },
);

describe('createCanvasSource', () => {
  it('draws at its rate, told the time since open', async () => {
    const browser = new FakeBrowser();
    const times: number[] = [];
    const source = createCanvasSource({
      environment: browser.environment,
      fps: 10,
      drawFrame: (_context, elapsedMs) => void times.push(elapsedMs),
    });
    const stream = await source.open();
    await browser.advance(501);
    expect(times.map(Math.round)).toEqual([100, 200, 300, 400, 500]);
    await stream.close();
  });

  it('false ends it: the drawn frame, then null', async () => {
    const browser = new FakeBrowser();
    let count = 0;
    const drawFrame = (): boolean => (count += 1) < 2;
    const stream = await createCanvasSource({ environment: browser.environment, drawFrame }).open();
    await browser.advance(200);
    expect((await stream.nextFrame())?.widthPx).toBe(480);
    expect(await stream.nextFrame()).toBeNull();
    await stream.close();
    expect(browser.liveResourceCount).toBe(0);
  });

  it('a drawing that throws is HOST_ERROR with its cause', async () => {
    const browser = new FakeBrowser();
    const cause = new RangeError('made for the test');
    const drawFrame = (): never => {
      throw cause;
    };
    const stream = await createCanvasSource({ environment: browser.environment, drawFrame }).open();
    const pending = stream.nextFrame().catch((error: unknown) => error);
    await browser.advance(50);
    expect(await pending).toMatchObject({ code: 'HOST_ERROR', cause });
    await stream.close();
  });

  it('cannot pass for a camera', () => {
    expect(createCanvasSource({ drawFrame: () => true }).kind).toBe('synthetic');
    // @ts-expect-error a drawn picture is never a camera
    void ((): unknown => createCanvasSource({ drawFrame: () => true, kind: 'camera' }));
  });
});
