import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { ClipFrame } from './ClipReader.js';
import { openClip } from './openClip.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huoti-media-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};

async function framesOf(path: string): Promise<ClipFrame[]> {
  const clip = await openClip(path);
  const frames: ClipFrame[] = [];
  try {
    for await (const frame of clip.frames()) frames.push(frame);
  } finally {
    await clip.close();
  }
  return frames;
}

/** A picture of one colour. */
const picture = (red: number, { width = 32, height = 24, format = 'jpeg' as 'jpeg' | 'png' | 'webp' } = {}) =>
  sharp({ create: { width, height, channels: 3, background: { r: red, g: 0, b: 0 } } })
    .toFormat(format)
    .toBuffer();

const redOf = ({ data }: ClipFrame): number => data[0] ?? -1;

function y4m({ head = 'YUV4MPEG2 W5 H3 F5:1 C420jpeg', frames = 2, luma = 120, cut = 0 } = {}): Buffer {
  const planes = Buffer.concat([Buffer.alloc(5 * 3, luma), Buffer.alloc(2 * 3 * 2, 128)]);
  const all = Array.from({ length: frames }, () => Buffer.concat([Buffer.from('FRAME\n'), planes]));
  const bytes = Buffer.concat([Buffer.from(`${head}\n`), ...all]);
  return bytes.subarray(0, bytes.length - cut);
}

const unreadable = (why: RegExp) =>
  expect.objectContaining({ code: 'MEDIA_UNREADABLE', message: expect.stringMatching(why) });

describe('a .y4m', () => {
  it('of odd sides is read whole, at its own rate', async () => {
    const frames = await framesOf(written('odd.y4m', y4m()));
    expect(frames.map(({ timestampMs }) => timestampMs)).toEqual([0, 200]);
    expect(frames[0]).toMatchObject({ widthPx: 5, heightPx: 3 });
    expect(frames[0]?.data).toHaveLength(5 * 3 * 4);
  });

  it('is read in studio range, or in full range where its header says so', async () => {
    const [studio] = await framesOf(written('studio.y4m', y4m({ luma: 235 })));
    const head = 'YUV4MPEG2 W5 H3 F5:1 C420jpeg XCOLORRANGE=FULL';
    const [full] = await framesOf(written('full.y4m', y4m({ luma: 235, head })));
    expect([redOf(studio as ClipFrame), redOf(full as ClipFrame)]).toEqual([255, 235]);
  });

  it.each([
    ['no header', 'hello', /it is no y4m stream/],
    ['no frame', 'YUV4MPEG2 W5 H3 F5:1\n', /it has no frame/],
    ['another colour format', y4m({ head: 'YUV4MPEG2 W5 H3 F5:1 C444' }), /its colour format is 444/],
    ['a lie about its size', y4m({ head: 'YUV4MPEG2 W99999 H3 F5:1' }), /its header says 99999 x 3 px/],
    [
      'a size that its bytes do not have',
      y4m({ head: 'YUV4MPEG2 W8000 H8000 F5:1' }),
      /breaks off inside frame 0/,
    ],
    ['no rate', y4m({ head: 'YUV4MPEG2 W5 H3' }), /nothing of frames a second/],
    ['a rate of zero', y4m({ head: 'YUV4MPEG2 W5 H3 F0:1' }), /0:1 frames a second/],
    ['an end inside a frame', y4m({ cut: 7 }), /it breaks off inside frame 1/],
    ['garbage between frames', Buffer.concat([y4m(), Buffer.from('GARBAGE\n')]), /frame 2 does not begin/],
    ['no byte', '', /it is empty/],
  ])('with %s is unreadable', async (_what, bytes, why) => {
    await expect(framesOf(written('bad.y4m', bytes))).rejects.toEqual(unreadable(why));
  });
});

describe('a .mjpeg', () => {
  it('is read whole, whatever lies between its pictures', async () => {
    const between = Buffer.from('\r\n--part\r\nContent-Type: image/jpeg\r\n\r\n');
    const parts = [between, await picture(250), between, await picture(10), between];
    const frames = await framesOf(written('parts.mjpeg', Buffer.concat(parts)));
    expect(frames).toHaveLength(2);
    expect(redOf(frames[0] as ClipFrame)).toBeGreaterThan(200);
    expect(redOf(frames[1] as ClipFrame)).toBeLessThan(50);
    expect(frames[1]?.timestampMs).toBeCloseTo(1000 / 30);
  });

  it('takes no thumbnail inside a picture for a picture', async () => {
    const [inner, outer] = [await picture(10, { width: 8, height: 8 }), await picture(250)];
    const size = Buffer.alloc(2);
    size.writeUInt16BE(inner.length + 2);
    const withThumbnail = Buffer.concat([
      outer.subarray(0, 2),
      Buffer.from([0xff, 0xe1]),
      size,
      inner,
      outer.subarray(2),
    ]);
    const frames = await framesOf(written('thumb.mjpeg', Buffer.concat([withThumbnail, withThumbnail])));
    expect(frames.map(({ widthPx }) => widthPx)).toEqual([32, 32]);
  });

  it('that breaks off inside a picture, holds none, or holds a broken one is unreadable', async () => {
    const whole = await picture(250);
    const cut = Buffer.concat([whole, whole.subarray(0, whole.length - 20)]);
    await expect(framesOf(written('cut.mjpeg', cut))).rejects.toEqual(
      unreadable(/breaks off inside picture 1/),
    );
    await expect(framesOf(written('text.mjpeg', 'hello'))).rejects.toEqual(unreadable(/holds no JPEG/));
    const broken = Buffer.concat([whole.subarray(0, 20), Buffer.from([0xff, 0xd9]), whole]);
    await expect(framesOf(written('broken.mjpeg', broken))).rejects.toEqual(unreadable(/picture 0: /));
  });
});

describe('a folder of pictures', () => {
  const made = (name: string): string => {
    const path = join(folder, name);
    mkdirSync(path);
    return path;
  };

  it('is read in the order of the numbers, not of the names, whatever else lies in it', async () => {
    const path = made('numbered');
    for (const [name, red] of [
      ['10.png', 30],
      ['f2.png', 20],
      ['1.png', 10],
    ] as const) {
      writeFileSync(join(path, name), await picture(red, { format: 'png' }));
    }
    writeFileSync(join(path, 'notes.txt'), 'hello');
    expect((await framesOf(path)).map(redOf)).toEqual([10, 20, 30]);
  });

  it('turns a picture upright as its EXIF says', async () => {
    const path = made('rotated');
    const turned = await sharp(await picture(9))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    writeFileSync(join(path, '1.jpg'), turned);
    expect((await framesOf(path))[0]).toMatchObject({ widthPx: 24, heightPx: 32 });
  });

  it('shows white through what is transparent, and reads grey pictures in colour', async () => {
    const path = made('alpha');
    const clear = {
      create: { width: 20, height: 20, channels: 4 as const, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    };
    writeFileSync(join(path, '1.png'), await sharp(clear).png().toBuffer());
    writeFileSync(
      join(path, '2.png'),
      await sharp(await picture(200))
        .greyscale()
        .png()
        .toBuffer(),
    );
    const [first, second] = await framesOf(path);
    expect([...(first?.data.subarray(0, 4) ?? [])]).toEqual([255, 255, 255, 255]);
    expect(second?.data).toHaveLength(32 * 24 * 4);
    expect(second?.data[0]).toBe(second?.data[2]);
  });

  it('reads an 8K picture', async () => {
    const path = made('eight-k');
    writeFileSync(join(path, '1.jpg'), await picture(100, { width: 7680, height: 4320 }));
    expect((await framesOf(path))[0]).toMatchObject({ widthPx: 7680, heightPx: 4320 });
  });

  it('without a numbered picture, or with a broken one, is unreadable and says which', async () => {
    const empty = made('empty');
    writeFileSync(join(empty, 'face.png'), await picture(1, { format: 'png' }));
    await expect(framesOf(empty)).rejects.toEqual(unreadable(/no numbered picture; name them 0001.jpg/));
    const broken = made('broken');
    writeFileSync(join(broken, '1.jpg'), 'hello');
    await expect(framesOf(broken)).rejects.toEqual(unreadable(/1\.jpg: it is no picture/));
    const odd = made('odd');
    mkdirSync(join(odd, '1.jpg'));
    await expect(framesOf(odd)).rejects.toEqual(unreadable(/1\.jpg: it can not be read/));
  });
});

describe('what is no clip', () => {
  it('is named, with what would be one', async () => {
    await expect(openClip(join(folder, 'none.mp4'))).rejects.toEqual(unreadable(/there is no such file/));
    await expect(openClip(written('a.txt', 'x'))).rejects.toEqual(unreadable(/\.txt is no clip; give \.mp4/));
    await expect(openClip(written('bare', 'x'))).rejects.toEqual(
      unreadable(/without an extension is no clip/),
    );
    await expect(openClip(written('empty.mp4', ''))).rejects.toEqual(unreadable(/it is empty/));
  });

  it('closed early ends its frames without an error', async () => {
    const clip = await openClip(written('early.y4m', y4m({ frames: 50 })));
    const seen: number[] = [];
    for await (const { timestampMs } of clip.frames()) {
      seen.push(timestampMs);
      await clip.close();
    }
    expect(seen).toEqual([0]);
    await clip.close();
  });
});
