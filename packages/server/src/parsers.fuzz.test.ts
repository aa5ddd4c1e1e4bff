import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import sharp from 'sharp';
import { parseContentDigest } from './evidence/parseContentDigest.js';
import { parsePartName } from './evidence/parsePartName.js';
import { gunzipBounded } from './judge/gunzipBounded.js';
import { authenticateApiKey } from './keys/authenticateApiKey.js';
import { createApiKey } from './keys/createApiKey.js';
import { parseApiKey } from './keys/parseApiKey.js';
import { createSharpDecoder } from './pictures/createSharpDecoder.js';
import { createTestContext } from './testing/createTestContext.js';
import { isAllowedTarget } from './webhooks/isAllowedTarget.js';
import { isPublicAddress } from './webhooks/isPublicAddress.js';

const MB = 1024 * 1024;
/** Longest time for one input, in ms, on a machine that does other things as well. */
const LIMIT_MS = 2000;

function timed<T>(work: () => T): T {
  const beganMs = performance.now();
  const value = work();
  expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  return value;
}

/** Texts that are made of a parser's own letters: far more of them come near than of any text. */
const spelt = (letters: string, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...letters), { maxLength }).map((list) => list.join(''));

describe('small texts from outside', () => {
  it('a part has one spelling: whatever is read as a name is that name', () => {
    fc.assert(
      fc.property(fc.oneof(spelt('chunkpitre-0123456789 /\u0000', 24), fc.string()), (text) => {
        const part = timed(() => parsePartName(text));
        if (part === null) return;
        const name =
          part.kind === 'manifest'
            ? 'manifest'
            : part.kind === 'chunk'
              ? `chunk-${part.chunk}`
              : `picture-${part.chunk}-${part.index}`;
        expect(name).toBe(text);
      }),
      { numRuns: 4000, seed: 41 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom('chunk-', 'picture-1-', 'picture-'),
        spelt('0123456789-+. ex', 8),
        (start, end) => {
          const part = timed(() => parsePartName(start + end));
          if (part?.kind === 'chunk') expect(part.chunk).toBeLessThan(100);
          if (part?.kind === 'picture') expect(part.index).toBeLessThan(1000);
        },
      ),
      { numRuns: 2000, seed: 42 },
    );
  });

  it('a Content-Digest is 64 digits or nothing', () => {
    const pieces = fc.constantFrom(
      'sha-256=:',
      'sha-512=:',
      ':',
      ', ',
      ',',
      'A',
      '=',
      '\t',
      ';q=1',
      'A'.repeat(43) + '=:',
    );
    const headers = fc.oneof(
      fc.string({ maxLength: 600 }),
      fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(headers, (header) => {
        const digest = timed(() => parseContentDigest(header));
        if (digest !== null) expect(digest).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 4000, seed: 43 },
    );
    // Built to make a pattern with two stars go over it again and again.
    const slow = ',\t '.repeat(170);
    expect(timed(() => parseContentDigest(slow))).toBeNull();
  });

  it('an API key is its two halves or nothing, and no text lets anybody in', async () => {
    const context = await createTestContext();
    const { text } = await createApiKey(context, { clientId: 'bank' });
    const near = fc
      .tuple(fc.nat({ max: text.length - 1 }), fc.constantFrom('', '_', '-', 'x', ' ', '\n', 'é'))
      .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1));
    const texts = fc.oneof(fc.string({ maxLength: 300 }), near, spelt('hk_-Aa0', 80));
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom('Bearer ', 'bearer ', 'Bearer', ''), async (wrong, scheme) => {
        fc.pre(wrong !== text);
        const parsed = timed(() => parseApiKey(wrong));
        if (parsed !== null) expect(`hk_${parsed.id}_${parsed.secret}`).toBe(wrong);
        const answer = await authenticateApiKey(context, {
          authorization: scheme + wrong,
          scope: 'sessions',
        });
        expect(answer).toMatchObject({ ok: false, refusal: { code: 'UNAUTHENTICATED' } });
      }),
      { numRuns: 1500, seed: 44 },
    );
  });
});

describe('the judge of webhook targets', () => {
  const settings = {
    allowedHosts: ['hooks.example.com', '*.safe.example'],
    allowPrivateAddresses: false,
    allowHttp: false,
  };
  const hosts = fc.oneof(
    fc.constantFrom(
      'hooks.example.com',
      'a.safe.example',
      'safe.example',
      'localhost',
      '127.1',
      '0x7f.1',
      '[::1]',
      '2130706433',
    ),
    spelt('hoks.examplcf0123456789-[]:@%#?/\\', 40),
  );
  const urls = fc.oneof(
    fc.string({ maxLength: 3000 }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(
        fc.constantFrom('https://', 'http://', 'https:', 'HTTPS://', 'file://', 'gopher://', 'https:\\\\'),
        hosts,
        fc.string({ maxLength: 30 }),
      )
      .map((parts) => parts.join('')),
    fc.tuple(hosts, hosts).map(([one, other]) => `https://${one}@${other}/`),
  );
  const addresses = fc.array(
    fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.constantFrom('', '::ffff:10.0.0.1', '64:ff9b::7f00:1', '0.0.0.0', 'fe80::1%eth0'),
      fc.string(),
    ),
    { maxLength: 4 },
  );

  it('sends nothing to a host that is not in the list, nor to an address that is not public', () => {
    fc.assert(
      fc.property(urls, addresses, (url, list) => {
        const answer = timed(() => isAllowedTarget({ url, addresses: list, settings }));
        if (!answer.ok) return expect(answer.why.length).toBeLessThan(100);
        const { hostname, protocol, username } = new URL(url);
        expect([protocol, username]).toEqual(['https:', '']);
        expect(hostname === 'hooks.example.com' || hostname.endsWith('.safe.example')).toBe(true);
        expect(list.every(isPublicAddress)).toBe(true);
      }),
      { numRuns: 4000, seed: 45 },
    );
  });

  it('takes no address of a private network for a public one, however it is written', () => {
    const octet = fc.nat({ max: 255 });
    const inside = fc.oneof(
      fc.tuple(fc.constant(10), octet, octet, octet),
      fc.tuple(fc.constant(127), octet, octet, octet),
      fc.tuple(fc.constant(169), fc.constant(254), octet, octet),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
      fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
    );
    const hex = (high: number, low: number): string => ((high << 8) | low).toString(16);
    fc.assert(
      fc.property(inside, ([a, b, c, d]) => {
        const dotted = `${a}.${b}.${c}.${d}`;
        for (const address of [
          dotted,
          `::ffff:${dotted}`,
          `::ffff:${hex(a, b)}:${hex(c, d)}`,
          `64:ff9b::${hex(a, b)}:${hex(c, d)}`,
        ])
          expect([address, isPublicAddress(address)]).toEqual([address, false]);
      }),
      { numRuns: 1000, seed: 46 },
    );
  });
});

describe('a gzip part', () => {
  it('gives at most what is allowed, or nothing, whatever its bytes are', () => {
    const packed = gzipSync(Buffer.alloc(40_000, 'a trace, more or less '));
    const edits = fc.array(fc.tuple(fc.nat({ max: packed.length - 1 }), fc.nat({ max: 255 })), {
      maxLength: 5,
    });
    const inputs = fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      edits.map((list) => {
        const bytes = Uint8Array.from(packed);
        for (const [at, value] of list) bytes[at] = value;
        return bytes;
      }),
      fc.nat({ max: packed.length }).map((length) => packed.subarray(0, length)),
      // Thousands of empty members, each of which a reader begins anew.
      fc.integer({ min: 1, max: 8000 }).map((count) => Buffer.concat(Array(count).fill(gzipSync('')))),
    );
    const before = process.memoryUsage().arrayBuffers;
    fc.assert(
      fc.property(inputs, (bytes) => {
        const opened = timed(() => gunzipBounded(bytes, { maxBytes: MB }));
        if (opened.ok) expect(opened.bytes.length).toBeLessThanOrEqual(MB);
      }),
      { numRuns: 1500, seed: 47 },
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(256 * MB);
  });
});

describe('the decoder of pictures', () => {
  let files: readonly Buffer[];
  beforeAll(async () => {
    const pixels = Buffer.from(Array.from({ length: 64 * 48 * 3 }, (_, at) => (at * 2654435761) >>> 24));
    const picture = () => sharp(pixels, { raw: { width: 64, height: 48, channels: 3 } });
    files = [
      await picture().jpeg({ quality: 80 }).toBuffer(),
      await picture().jpeg({ progressive: true, quality: 60 }).toBuffer(),
      await picture().grayscale().jpeg().toBuffer(),
    ];
  });

  it('refuses a mutated JPEG in time, or gives pixels of the size that it says', async () => {
    const decoder = createSharpDecoder();
    const edit = fc.tuple(
      fc.constantFrom('set', 'cut', 'double'),
      fc.nat({ max: 1 << 20 }),
      fc.nat({ max: 255 }),
    );
    // Sizes, tables and scans stand in the head: half of the edits go there.
    const edits = fc.array(fc.tuple(edit, fc.boolean()), { minLength: 1, maxLength: 6 });
    const before = process.memoryUsage().rss;
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 2 }), edits, async (which, list) => {
        let bytes = Array.from(files[which] ?? []);
        for (const [[kind, anywhere, value], isHead] of list) {
          const at = 3 + (anywhere % (isHead ? 600 : bytes.length));
          if (kind === 'set') bytes[at] = value;
          else if (kind === 'cut') bytes.splice(at, 1 + (value >> 2));
          else bytes = [...bytes.slice(0, at + value), ...bytes.slice(at)];
        }
        const beganMs = performance.now();
        const decoded = await decoder.decode(
          Uint8Array.from(bytes, (byte) => byte ?? 0),
          { maxSidePx: 320 },
        );
        expect(performance.now() - beganMs).toBeLessThan(3 * LIMIT_MS);
        if (!decoded.ok) return expect(['not-jpeg', 'too-large', 'damaged']).toContain(decoded.why);
        const { widthPx, heightPx, data } = decoded.picture;
        expect(Math.max(widthPx, heightPx)).toBeLessThanOrEqual(320);
        expect(data.length).toBe(widthPx * heightPx * 4);
      }),
      { numRuns: 500, seed: 48 },
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * MB);
  });

  it('refuses noise that begins as a JPEG', async () => {
    const decoder = createSharpDecoder();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (noise) => {
        const decoded = await decoder.decode(Uint8Array.of(0xff, 0xd8, 0xff, ...noise), { maxSidePx: 320 });
        expect(decoded.ok).toBe(false);
      }),
      { numRuns: 300, seed: 49 },
    );
  });
});
