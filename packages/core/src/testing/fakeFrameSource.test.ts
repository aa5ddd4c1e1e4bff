import { describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { createFakeFrameSource } from './fakeFrameSource.js';
import { frameSourceContract } from './frameSourceContract.js';

frameSourceContract(
  'the fake',
  () => {
    const source = createFakeFrameSource();
    return {
      source,
      deliverFrame: async () => source.deliver(),
      interrupt: async () => source.fail(),
      holdOpening: () => source.holdOpening(),
      refuseOpening: () => {
        source.refuseToOpen('CAMERA_NOT_FOUND');
        return 'CAMERA_NOT_FOUND';
      },
      liveResourceCount: () => source.openStreamCount + source.openFrameCount + source.listenerCount,
    };
  },
  { describe, it, expect },
);

describe('createFakeFrameSource', () => {
  it('records what open was asked', async () => {
    const source = createFakeFrameSource();
    await (await source.open({ facing: 'environment', idealFps: 15 })).close();
    expect(source.openCalls).toEqual([{ facing: 'environment', idealFps: 15 }]);
  });

  it('hands out the waiting frame before the end of a recording', async () => {
    const source = createFakeFrameSource({ kind: 'recording' });
    const stream = await source.open();
    source.deliver();
    source.end();
    expect((await stream.nextFrame())?.widthPx).toBe(4);
    expect(await stream.nextFrame()).toBeNull();
  });

  it('throws the error it was told to fail with', async () => {
    const source = createFakeFrameSource();
    const stream = await source.open();
    const error = new HuotiError('HOST_ERROR', 'made for the test');
    source.fail(error);
    await expect(stream.nextFrame()).rejects.toBe(error);
  });
});
