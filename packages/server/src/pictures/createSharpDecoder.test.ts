import { describe, expect, it } from '@jest/globals';
import sharp, { type Sharp } from 'sharp';
import { createSharpDecoder } from './createSharpDecoder.js';

const LIMITS = { maxSidePx: 320 };
const decoder = createSharpDecoder();

/** A picture with something in it, so that a cut through the file's middle cuts through pixels. */
function noise(widthPx: number, heightPx: number): Sharp {
  const data = new Uint8Array(widthPx * heightPx * 3);
  for (let at = 0, state = 1; at < data.length; at += 1) {
    state = (state * 1103515245 + 12345) % 2147483648;
    data[at] = 64 + (state >> 24);
  }
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}
const jpeg = (widthPx = 120, heightPx = 80): Promise<Buffer> =>
  noise(widthPx, heightPx).jpeg({ quality: 85 }).toBuffer();

describe('the sharp decoder', () => {
  it('gives RGBA pixels of a JPEG, all opaque', async () => {
    const decoded = await decoder.decode(await jpeg(), LIMITS);
    if (!decoded.ok) throw new RangeError(decoded.why);
    const { picture } = decoded;
    expect([picture.widthPx, picture.heightPx, picture.data.length]).toEqual([120, 80, 120 * 80 * 4]);
    expect(picture.data.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
  });

  it('gives RGBA pixels of a grey JPEG', async () => {
    const grey = await noise(64, 64).greyscale().jpeg().toBuffer();
    const decoded = await decoder.decode(grey, LIMITS);
    if (!decoded.ok) throw new RangeError(decoded.why);
    expect(decoded.picture.data.length).toBe(64 * 64 * 4);
    expect(decoded.picture.data[0]).toBe(decoded.picture.data[1]);
  });

  it('does not turn a picture by its orientation tag: the client measured it as it is stored', async () => {
    const tagged = await noise(120, 80).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const decoded = await decoder.decode(tagged, LIMITS);
    if (!decoded.ok) throw new RangeError(decoded.why);
    expect([decoded.picture.widthPx, decoded.picture.heightPx]).toEqual([120, 80]);
  });

  it.each([
    ['a PNG', () => noise(64, 64).png().toBuffer()],
    ['a WebP', () => noise(64, 64).webp().toBuffer()],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"/>')],
    ['a text', () => Buffer.from('GET / HTTP/1.1')],
    ['nothing', () => Buffer.alloc(0)],
  ])('refuses %s as no JPEG', async (_name, make) => {
    expect(await decoder.decode(await make(), LIMITS)).toEqual({ ok: false, why: 'not-jpeg' });
  });

  // The attacker renames a file of another format, so that it passes a look at its first bytes.
  it('refuses a PNG behind the first bytes of a JPEG', async () => {
    const png = await noise(64, 64).png().toBuffer();
    const disguised = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), png]);
    expect(await decoder.decode(disguised, LIMITS)).toEqual({ ok: false, why: 'damaged' });
  });

  it.each([0.05, 0.5, 0.95])('refuses a file that is cut at %d of its length', async (share) => {
    const whole = await jpeg();
    const cut = whole.subarray(0, Math.floor(whole.length * share));
    expect(await decoder.decode(cut, LIMITS)).toEqual({ ok: false, why: 'damaged' });
  });

  it('refuses a side of one px too many', async () => {
    expect((await decoder.decode(await jpeg(320, 16), LIMITS)).ok).toBe(true);
    expect(await decoder.decode(await jpeg(321, 16), LIMITS)).toEqual({ ok: false, why: 'too-large' });
  });

  // The attacker sends a plain colour of 320 million pixels: 2 MB of file, 1 GB of memory for whoever decodes it.
  it('refuses 20000 x 16000 px without decoding them', async () => {
    const data = Buffer.alloc(20000 * 400 * 3, 90);
    const strip = sharp(data, { raw: { width: 20000, height: 400, channels: 3 } });
    const file = await strip.jpeg({ quality: 10 }).toBuffer();
    // The header's height is all that has to lie: a decoder reserves memory by it.
    const at = file.indexOf(Buffer.from([0xff, 0xc0]));
    file.writeUInt16BE(16000, at + 5);
    const before = process.memoryUsage().rss;
    const beganMs = Date.now();
    expect(await decoder.decode(file, LIMITS)).toEqual({ ok: false, why: 'too-large' });
    expect(Date.now() - beganMs).toBeLessThan(500);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024);
  });
});
