import { afterEach, describe, expect, it } from '@jest/globals';
import { createManualClock } from '@huoti/core/testing';
import type { BridgeFrame } from '@huoti/protocol/bridge';
import { FakePage } from '../../test/support/createFakePage.js';
import { createPictureDecoder } from './createPictureDecoder.js';

const frame = (over: Partial<BridgeFrame> = {}): BridgeFrame => ({
  ...{ stream: 1, sequence: 0, capturedAtMs: 0, widthPx: 320, heightPx: 240 },
  ...{ format: 'jpeg', rotationDegrees: 0, droppedCount: 0 },
  ...over,
});

/** A JPEG as far as its head goes. */
const jpeg = (widthPx: number, heightPx: number): Uint8Array =>
  new Uint8Array([
    ...[0xff, 0xd8, 0xff, 0xc0, 0x00, 0x11, 0x08],
    ...[heightPx >> 8, heightPx & 255, widthPx >> 8, widthPx & 255, 0x03],
    ...Array.from({ length: 9 }, () => 0),
  ]);

/** The page's globals that are touched, put back after each test. */
const globals = ['createImageBitmap', 'ImageData', 'Image'] as const;
const page = globalThis as Record<string, unknown>;
const before = globals.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
afterEach(() => {
  for (const [name, descriptor] of before) {
    if (descriptor) Object.defineProperty(globalThis, name, descriptor);
    else delete page[name];
  }
});

/** An engine that decodes every file to this size. */
const engineThatDecodes = (width: number, height: number) => {
  const engine = { decoded: 0, open: 0 };
  page['createImageBitmap'] = async () => {
    engine.decoded += 1;
    engine.open += 1;
    return { width, height, close: () => void (engine.open -= 1) };
  };
  return engine;
};
const decoderOf = (fake = new FakePage(createManualClock())) => ({
  fake,
  decoder: createPictureDecoder({ environment: fake.environment }),
});

describe('createPictureDecoder', () => {
  it('decodes a JPEG that is as large as its frame says', async () => {
    const engine = engineThatDecodes(320, 240);
    const picture = await decoderOf().decoder.decode(jpeg(320, 240), frame());
    expect(picture).toMatchObject({ widthPx: 320, heightPx: 240 });
    picture?.close();
    expect(engine.open).toBe(0);
  });

  it('decodes nothing that claims another size than its frame, however small the file', async () => {
    const engine = engineThatDecodes(320, 240);
    const { decoder } = decoderOf();
    // Some bytes that would decode to 17 GB.
    expect(await decoder.decode(jpeg(65_535, 65_535), frame())).toBeNull();
    expect(await decoder.decode(jpeg(240, 320), frame())).toBeNull();
    expect(await decoder.decode(new Uint8Array([1, 2, 3]), frame())).toBeNull();
    expect(engine.decoded).toBe(0);
  });

  it('a file that the engine turns by an orientation of its own is refused, and given back', async () => {
    const engine = engineThatDecodes(240, 320);
    expect(await decoderOf().decoder.decode(jpeg(320, 240), frame())).toBeNull();
    expect(engine).toEqual({ decoded: 1, open: 0 });
  });

  it('a damaged file is no picture', async () => {
    page['createImageBitmap'] = () => Promise.reject(new TypeError('made for the test'));
    expect(await decoderOf().decoder.decode(jpeg(320, 240), frame())).toBeNull();
  });

  it.each([
    ['decodes', { widthPx: 320, heightPx: 240 }],
    ['can not decode', null],
  ])(
    'without createImageBitmap an image element %s, and its address is given back',
    async (what, expected) => {
      delete page['createImageBitmap'];
      page['Image'] = class {
        naturalWidth = 320;
        naturalHeight = 240;
        onload: () => void = () => undefined;
        onerror: () => void = () => undefined;
        set src(_url: string) {
          void Promise.resolve().then(() => (what === 'decodes' ? this.onload() : this.onerror()));
        }
        removeAttribute(): void {}
      };
      const { decoder, fake } = decoderOf();
      const picture = await decoder.decode(jpeg(320, 240), frame());
      if (expected === null) expect(picture).toBeNull();
      else expect(picture).toMatchObject(expected);
      picture?.close();
      expect(fake.objectUrls.size).toBe(0);
    },
  );

  it('draws I420 on one surface, made as large as the picture, and gives it back', async () => {
    page['ImageData'] = class {
      constructor(
        readonly data: Uint8ClampedArray,
        readonly width: number,
        readonly height: number,
      ) {}
    };
    const { decoder, fake } = decoderOf();
    const grey = (value: number, pixels: number): Uint8Array =>
      new Uint8Array((pixels * 3) / 2).fill(value, 0, pixels).fill(128, pixels);
    const small = frame({ format: 'i420', widthPx: 16, heightPx: 16 });
    await decoder.decode(grey(90, 256), small);
    expect(fake.canvases[0]).toMatchObject({ width: 16, height: 16, shows: 90 });
    await decoder.decode(grey(91, 1024), { ...small, widthPx: 32, heightPx: 32 });
    expect(fake.canvases.length).toBe(1);
    expect(fake.canvases[0]).toMatchObject({ width: 32, height: 32, shows: 91 });
    expect(await decoder.decode(grey(92, 256), { ...small, widthPx: 32, heightPx: 32 })).toBeNull();
    decoder.dispose();
    expect(fake.liveResourceCount).toBe(0);
    await decoder.decode(grey(93, 256), small);
    expect(fake.canvases.length).toBe(2);
    decoder.dispose();
  });
});
