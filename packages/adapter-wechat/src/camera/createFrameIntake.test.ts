import { describe, expect, it } from '@jest/globals';
import { cameraHarness, greyFrame } from '../../test/support/cameraHarness.js';
import { codeOf } from '../../test/support/codeOf.js';
import { createFrameOrientation } from './createFrameOrientation.js';

describe('what the platform gives as a frame', () => {
  const bytes = (length: number): ArrayBuffer => new ArrayBuffer(length);
  it.each([
    ['a short buffer', { width: 32, height: 24, data: bytes(32 * 24 * 4 - 1) }],
    ['a buffer that is too long', { width: 32, height: 24, data: bytes(32 * 24 * 4 + 4) }],
    ['no size', { width: 0, height: 0, data: bytes(0) }],
    ['half a pixel', { width: 32.5, height: 24, data: bytes(32.5 * 24 * 4) }],
    ['a size that is text', { width: '32', height: '24', data: bytes(32 * 24 * 4) }],
    ['NaN', { width: NaN, height: 24, data: bytes(0) }],
    ['base64 in place of bytes', { width: 32, height: 24, data: 'AAAA' }],
    ['no bytes', { width: 32, height: 24 }],
    ['nothing', null],
  ])('%s ends the stream with INVALID_ARGUMENT', async (_title, frame) => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    const pending = codeOf(stream.nextFrame());
    harness.platform.deliver(frame as never);
    expect(await pending).toBe('INVALID_ARGUMENT');
    await stream.close();
    expect(harness.leftovers()).toBe(0);
  });

  it('a frame that throws when it is read is HOST_ERROR, and the platform never sees it', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    const pending = codeOf(stream.nextFrame());
    const hostile = Object.defineProperty({ width: 32, height: 24 }, 'data', {
      get() {
        throw new RangeError('a trap');
      },
    });
    expect(() => harness.platform.deliver(hostile)).not.toThrow();
    expect(await pending).toBe('HOST_ERROR');
    await stream.close();
    expect(harness.leftovers()).toBe(0);
  });

  it('is copied before the platform writes over it', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    const frame = greyFrame();
    harness.platform.deliver(frame);
    new Uint8Array(frame.data).fill(7);
    const taken = await stream.nextFrame();
    expect(taken?.data[0]).toBe(128);
    await stream.close();
  });

  it('is black once it is closed, and once its stream is, and its buffer is used again', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    await harness.deliver();
    const first = await stream.nextFrame();
    const buffer = first?.data;
    first?.close();
    expect(buffer?.every((value) => value === 0)).toBe(true);
    await harness.deliver();
    const second = await stream.nextFrame();
    expect(second?.data === buffer).toBe(true);
    await stream.close();
    expect(buffer?.every((value) => value === 0)).toBe(true);
  });

  it('ten minutes of frames use two buffers', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    const buffers = new Set<unknown>();
    for (let at = 0; at < 2_000; at += 1) {
      harness.clock.advanceBy(33);
      harness.platform.deliver(greyFrame());
      if (at % 3 !== 0) continue;
      const frame = await stream.nextFrame();
      buffers.add(frame?.data);
      harness.platform.deliver(greyFrame());
      frame?.close();
    }
    expect(buffers.size).toBeLessThanOrEqual(2);
    await stream.close();
  });

  it('two frames in one ms still follow each other', async () => {
    const harness = cameraHarness();
    const stream = await harness.source.open();
    harness.platform.deliver(greyFrame());
    const first = await stream.nextFrame();
    harness.platform.deliver(greyFrame());
    const second = await stream.nextFrame();
    expect(second?.timestampMs).toBeGreaterThan(first?.timestampMs ?? Infinity);
    await stream.close();
  });

  it('is stamped with the turn that is configured, and mirroring that is not known is said', async () => {
    const orientation = createFrameOrientation({ rotationDegrees: 270, mirrored: 'unknown' });
    const harness = cameraHarness({ orientation });
    const stream = await harness.source.open({ facing: 'environment' });
    expect(stream.mirroringKnown).toBe(false);
    expect(stream.warnings).toHaveLength(1);
    await harness.deliver();
    expect(await stream.nextFrame()).toMatchObject({ rotationDegrees: 270, mirrored: false });
    await stream.close();
  });
});
