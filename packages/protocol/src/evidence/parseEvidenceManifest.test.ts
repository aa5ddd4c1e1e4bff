import { describe, expect, it } from '@jest/globals';
import { HOST_KINDS } from '../session/hostKinds.js';
import { isHuotiError } from '../errors/HuotiError.js';
import { MAX_MANIFEST_CHARS, type EvidenceManifest } from './EvidenceManifest.js';
import { parseEvidenceManifest } from './parseEvidenceManifest.js';

const hash = (digit: string): string => digit.repeat(64);

const MANIFEST: EvidenceManifest = {
  protocolVersion: 1,
  sessionId: 's_0123456789',
  plan: 'aaa.bbb.ccc',
  chain: [hash('0'), hash('1'), hash('2')],
  chunks: [
    { bytes: 4000, frames: 9, pictures: 1 },
    { bytes: 9000, frames: 30, pictures: 4 },
  ],
  pictures: [
    { chunk: 0, index: 0, sha256: hash('a') },
    { chunk: 1, index: 3, sha256: hash('b') },
  ],
  capture: { source: 'camera', mirroringKnown: true, warnings: ['asked for 640x480, got 320x240'] },
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

/** What reading a text throws, as code and message. */
function refusal(text: string): string {
  try {
    parseEvidenceManifest(text);
  } catch (error) {
    return isHuotiError(error) ? `${error.code} ${error.message}` : String(error);
  }
  return '';
}

describe('an evidence manifest', () => {
  it('reads as it was written, completed or failed', () => {
    expect(parseEvidenceManifest(JSON.stringify(MANIFEST))).toEqual(MANIFEST);
    const outcome = {
      status: 'failed',
      reason: 'QUALITY_TOO_LOW',
      gate: 'too-dark',
      detail: 'got 0.1',
    } as const;
    expect(parseEvidenceManifest(JSON.stringify({ ...MANIFEST, outcome })).outcome).toEqual(outcome);
  });

  it('reads from every kind of host that a session may begin on', () => {
    for (const kind of HOST_KINDS) {
      const manifest = { ...MANIFEST, host: { ...MANIFEST.host, kind } };
      expect(parseEvidenceManifest(JSON.stringify(manifest))).toEqual(manifest);
    }
    const host = { ...MANIFEST.host, kind: 'fridge' };
    expect(refusal(JSON.stringify({ ...MANIFEST, host }))).toContain('host.kind');
  });

  it.each<[string, object]>([
    ['sessionId', { sessionId: '../../etc' }],
    ['plan', { plan: 'aaa.bbb' }],
    ['plan', { plan: `${'a'.repeat(20_000)}.b.c` }],
    ['chain', { chain: [] }],
    ['chain', { chain: MANIFEST.chain.slice(1) }],
    ['chain.0', { chain: [hash('A'), hash('1'), hash('2')] }],
    ['chunks.0', { chunks: [{ bytes: 0, frames: 1, pictures: 0 }] }],
    ['chunks.0', { chunks: [{ bytes: 10, frames: 1e9, pictures: 0 }] }],
    ['pictures', { pictures: [{ chunk: 1, index: 4, sha256: hash('a') }] }],
    ['pictures', { pictures: [{ chunk: 7, index: 0, sha256: hash('a') }] }],
    ['pictures', { pictures: [MANIFEST.pictures[0], MANIFEST.pictures[0]] }],
    ['pictures', { pictures: Array.from({ length: 13 }, () => MANIFEST.pictures[0]) }],
    ['capture.source', { capture: { ...MANIFEST.capture, source: 'webcam' } }],
    ['host.os', { host: { ...MANIFEST.host, os: 'x'.repeat(65) } }],
    ['host.deviceId', { host: { ...MANIFEST.host, deviceId: '1' } }],
    ['engine.models', { engine: { ...MANIFEST.engine, models: { 'a b': 'x' } } }],
    [
      'engine.models',
      {
        engine: {
          ...MANIFEST.engine,
          models: Object.fromEntries(Array.from({ length: 17 }, (_, at) => [`m${at}`, 'x'])),
        },
      },
    ],
    ['outcome', { outcome: { status: 'failed' } }],
    ['outcome', { outcome: { status: 'completed', reason: 'NO_FACE' } }],
    ['verified', { verified: true }],
  ])('is refused for a wrong %s: %j', (field, change) => {
    const error = refusal(JSON.stringify({ ...MANIFEST, ...change }));
    expect(error).toContain('PROTOCOL_MALFORMED');
    expect(error).toContain(field);
  });

  it('of another version is told from a broken one; what is no JSON, or too long, is neither read nor echoed', () => {
    expect(refusal(JSON.stringify({ ...MANIFEST, protocolVersion: 2 }))).toContain(
      'PROTOCOL_VERSION_UNSUPPORTED',
    );
    for (const text of ['', 'null', '7', '[]', '{', '['.repeat(100_000), '<script>']) {
      expect(refusal(text)).toContain('PROTOCOL_MALFORMED');
      expect(refusal(text).length).toBeLessThan(200);
    }
    expect(refusal(' '.repeat(MAX_MANIFEST_CHARS + 1))).toContain('length');
  });
});
