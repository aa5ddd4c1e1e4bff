import { createSharpDecoder } from '@huoti/server';
import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { decodeStill } from './decodeStill.js';
import { openStillFormats } from './openStillFormats.js';

// The engine's own order: the decoder of evidence closes the other formats for the whole process.
beforeAll(() => {
  createSharpDecoder();
  openStillFormats();
});

const picture = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#c08040' } });

describe('decodeStill', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('reads %s as RGBA', async (format) => {
    const decoded = await decodeStill(await picture().toFormat(format).toBuffer());
    expect(decoded).toMatchObject({ widthPx: 40, heightPx: 20 });
    expect(decoded?.data).toHaveLength(40 * 20 * 4);
    const [red = 0, green = 0, blue = 0, alpha] = decoded?.data ?? [];
    expect(Math.abs(red - 0xc0) + Math.abs(green - 0x80) + Math.abs(blue - 0x40)).toBeLessThan(12);
    expect(alpha).toBe(255);
  });

  it('stands a picture upright by its orientation tag', async () => {
    const lying = await picture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await decodeStill(lying)).toMatchObject({ widthPx: 20, heightPx: 40 });
  });

  it('scales down what is large', async () => {
    expect(await decodeStill(await picture(4000, 1000).jpeg().toBuffer())).toMatchObject({
      widthPx: 1600,
      heightPx: 400,
    });
  });

  it('makes grey and transparent pictures opaque colours', async () => {
    const grey = await picture().grayscale().png().toBuffer();
    const clear = sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    });
    expect((await decodeStill(grey))?.data[3]).toBe(255);
    expect([...((await decodeStill(await clear.png().toBuffer()))?.data ?? [])].slice(0, 4)).toEqual([
      128, 128, 128, 255,
    ]);
  });

  it.each<[string, () => Promise<Uint8Array>]>([
    ['nothing', () => Promise.resolve(new Uint8Array(0))],
    ['text', () => Promise.resolve(Buffer.from('not a picture at all'))],
    // Would be drawn by a renderer that can read files and call addresses.
    [
      'an SVG',
      () =>
        Promise.resolve(
          Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
        ),
    ],
    ['a GIF', async () => picture().gif().toBuffer()],
    ['a TIFF', async () => picture().tiff().toBuffer()],
    ['half a JPEG', async () => (await picture(200, 200).jpeg().toBuffer()).subarray(0, 400)],
    [
      'a PNG with changed bytes',
      async () => {
        const bytes = await picture(200, 200).png().toBuffer();
        bytes.fill(0x41, 60, 120);
        return bytes;
      },
    ],
    [
      'the head of a JPEG and then text',
      () => Promise.resolve(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('text')])),
    ],
    // Some kilobytes that claim to be more pixels than any camera makes.
    ['a bomb', () => picture(10_000, 7_000).png({ compressionLevel: 1 }).toBuffer()],
  ])(
    'refuses %s',
    async (_what, bytes) => {
      expect(await decodeStill(await bytes())).toBeNull();
    },
    60_000,
  );
});
