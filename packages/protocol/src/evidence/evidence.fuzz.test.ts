import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isHuotiError } from '../errors/HuotiError.js';
import { decodeLightLog } from './decodeLightLog.js';
import { decodeTraceChunk } from './decodeTraceChunk.js';
import { EvidenceManifestSchema, type EvidenceManifest } from './EvidenceManifest.js';
import { encodeLightLog } from './encodeLightLog.js';
import { encodeTraceChunk } from './encodeTraceChunk.js';
import { parseEvidenceManifest } from './parseEvidenceManifest.js';

/** Longest time for one input, in ms, on a machine that does other things as well. */
const LIMIT_MS = 2000;
const MB = 1024 * 1024;
const CODES = ['PROTOCOL_MALFORMED', 'PROTOCOL_VERSION_UNSUPPORTED'];
const GOLDEN = ['step-with-picture', 'unknown-extension', 'light-log', 'empty-room'].map((name) =>
  Uint8Array.from(readFileSync(new URL(`__fixtures__/${name}.htrc`, import.meta.url))),
);

/** What a reader makes of an input: its value, or `null` for a refusal of one of the two codes. */
function survives<T>(read: () => T): T | null {
  const beganMs = performance.now();
  try {
    return read();
  } catch (error) {
    if (!isHuotiError(error)) throw error;
    expect(CODES).toContain(error.code);
    return null;
  } finally {
    expect(performance.now() - beganMs).toBeLessThan(LIMIT_MS);
  }
}

/** Edits of bytes as a mutator makes them: flips, cuts, doubled and moved pieces, counts of all ones. */
const edit = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'double', 'move', 'ones', 'insert'),
  at: fc.nat({ max: 1 << 20 }),
  length: fc.integer({ min: 1, max: 64 }),
  value: fc.nat({ max: 255 }),
});

function mutate(
  golden: Uint8Array,
  edits: readonly { kind: string; at: number; length: number; value: number }[],
) {
  let bytes = Array.from(golden);
  for (const { kind, at: anywhere, length, value } of edits) {
    const at = anywhere % (bytes.length + 1);
    const piece = bytes.slice(at, at + length);
    if (kind === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (value || 1);
    else if (kind === 'cut') bytes.splice(at, length);
    else if (kind === 'double') bytes.splice(at, 0, ...piece);
    else if (kind === 'move') bytes = [...bytes.slice(0, at), ...bytes.slice(at + length), ...piece];
    else if (kind === 'ones') bytes.splice(at, length, ...piece.map(() => 255));
    else bytes.splice(at, 0, ...Array.from({ length }, () => value));
  }
  return Uint8Array.from(bytes);
}

describe('the reader of trace chunks', () => {
  it('refuses, or reads what is written back as it was, whatever is done to a golden file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GOLDEN),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (golden, edits) => {
          const bytes = mutate(golden, edits);
          const chunk = survives(() => decodeTraceChunk(bytes));
          if (chunk !== null) expect(Buffer.compare(encodeTraceChunk(chunk), bytes)).toBe(0);
        },
      ),
      { numRuns: 3000, seed: 11 },
    );
  });

  it('refuses noise, with and without the head of a chunk', () => {
    const head = GOLDEN[0]!.subarray(0, 5);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), fc.boolean(), (noise, isHeaded) => {
        survives(() => decodeTraceChunk(isHeaded ? Uint8Array.of(...head, ...noise) : noise));
      }),
      { numRuns: 2000, seed: 12 },
    );
  });

  it('allocates for what is there, not for what is announced', () => {
    // An attacker announces as much as each count can hold, at every place where a count may stand, to have it allocated.
    const golden = GOLDEN[0]!;
    survives(() => decodeTraceChunk(golden));
    const before = process.memoryUsage();
    for (let at = 5; at < golden.length; at += 1) {
      const bytes = golden.slice();
      bytes.fill(0xff, at, at + 4);
      survives(() => decodeTraceChunk(bytes));
    }
    const after = process.memoryUsage();
    expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(64 * MB);
    expect(after.rss - before.rss).toBeLessThan(192 * MB);
  });
});

describe('the reader of light logs', () => {
  it('refuses, or reads what is written back as it was, whatever the bytes are', () => {
    const golden = decodeTraceChunk(GOLDEN[2]!).extensions[0]!.bytes;
    const mutated = fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) => mutate(golden, edits));
    fc.assert(
      fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 200 })), (bytes) => {
        const entries = survives(() => decodeLightLog(bytes));
        if (entries !== null) expect(Buffer.compare(encodeLightLog(entries), bytes)).toBe(0);
      }),
      { numRuns: 3000, seed: 14 },
    );
  });
});

const hash = (digit: string): string => digit.repeat(64);
const MANIFEST: EvidenceManifest = {
  protocolVersion: 1,
  sessionId: 's_0123456789',
  plan: 'aaa.bbb.ccc',
  chain: [hash('0'), hash('1')],
  chunks: [{ bytes: 4000, frames: 9, pictures: 1 }],
  pictures: [{ chunk: 0, index: 0, sha256: hash('a') }],
  capture: { source: 'camera', mirroringKnown: true, warnings: ['asked for 640x480'] },
  host: {
    kind: 'browser',
    browser: 'Chrome',
    browserVersion: '120',
    os: 'Android',
    engine: 'Blink',
    language: 'zh-CN',
    network: null,
  },
  engine: { version: '0.1.0', backend: 'wasm-simd', models: { 'face-mesh': '0123456789ab' } },
  outcome: { status: 'completed' },
};
const TEXT = JSON.stringify(MANIFEST);

describe('the reader of manifests', () => {
  it('refuses any text and any JSON', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 3000 }),
      fc.json(),
      // Deep enough to end the stack of a reader that calls itself.
      fc.integer({ min: 1, max: 16_000 }).map((depth) => '['.repeat(depth)),
      fc.integer({ min: 1, max: 2500 }).map((depth) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)),
    );
    fc.assert(
      fc.property(texts, (text) => expect(survives(() => parseEvidenceManifest(text))).toBeNull()),
      { numRuns: 1500, seed: 13 },
    );
  });

  it('refuses, or gives what it read and no member more, with one member replaced by anything', () => {
    const anything = fc.anything({ maxDepth: 2, withNullPrototype: true });
    const path = fc.constantFrom(
      ...Object.keys(EvidenceManifestSchema.properties),
      '__proto__',
      'constructor',
      'toString',
    );
    fc.assert(
      fc.property(path, anything, (member, value) => {
        const text = replaced(member, value);
        fc.pre(text !== null);
        const read = survives(() => parseEvidenceManifest(text ?? ''));
        if (read !== null) expect(Object.keys(read).sort()).toEqual(Object.keys(MANIFEST).sort());
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      { numRuns: 2000, seed: 14 },
    );
  });

  it('refuses, or reads, a manifest with characters changed in it', () => {
    const change = fc.tuple(fc.nat({ max: TEXT.length - 1 }), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = TEXT;
        for (const [at, piece] of changes) text = text.slice(0, at) + piece + text.slice(at + 1);
        survives(() => parseEvidenceManifest(text));
      }),
      { numRuns: 3000, seed: 15 },
    );
  });
});

/** The manifest with one member of another value; `null` where JSON has no way to say it. */
function replaced(member: string, value: unknown): string | null {
  let json: string | undefined;
  try {
    json = JSON.stringify(value);
  } catch {
    return null;
  }
  if (json === undefined) return null;
  // By hand: an assignment to `__proto__` would not become a member of the text.
  const { [member as keyof EvidenceManifest]: _dropped, ...rest } = MANIFEST;
  return `${JSON.stringify(rest).slice(0, -1)},${JSON.stringify(member)}:${json}}`;
}
