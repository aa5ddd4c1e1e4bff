import { beforeEach, describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered, contentDigest, driveSession, sha256Hex } from '../testing/driveSession.js';
import { openDataKey } from '../sealing/openDataKey.js';
import { viewSession } from '../sessions/viewSession.js';
import { acceptPart } from './acceptPart.js';
import { parseContentDigest } from './parseContentDigest.js';
import { readPart } from './readPart.js';

let context: TestContext;
const BYTES = new TextEncoder().encode('these are plain bytes of a chunk');
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const put = (sessionId: string, name: string, bytes: Uint8Array = BYTES) =>
  acceptPart(context, { sessionId, name, bytes, contentDigest: contentDigest(bytes) });
const blobBytes = () => [...context.blobs.blobs.values()].map(({ bytes }) => Buffer.from(bytes));

beforeEach(async () => {
  context = await createTestContext();
});

describe('acceptPart', () => {
  it('keeps a part sealed, and reads it back', async () => {
    const { sessionId, row } = await driveSession(context, { until: 'begun' });
    expect(answered(await put(sessionId, 'chunk-0')).body).toEqual({
      part: 'chunk-0',
      bytes: BYTES.length,
      sha256: sha256Hex(BYTES),
    });
    expect(blobBytes().some((bytes) => bytes.includes(Buffer.from('plain bytes')))).toBe(false);
    const part = await context.store.transaction((tx) => tx.parts.get(sessionId, 'chunk-0'));
    const key = await openDataKey(context, (await row()).dataKeyId ?? '');
    expect(part && (await readPart(context, part, { key }))).toEqual(BYTES);
  });

  it('takes a part again without storing it twice, and replaces it by another', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    await put(sessionId, 'chunk-0');
    const [first] = context.blobs.blobs.keys();
    await put(sessionId, 'chunk-0');
    expect([...context.blobs.blobs.keys()]).toEqual([first]);
    await put(sessionId, 'chunk-0', Uint8Array.of(1));
    expect([...context.blobs.blobs.keys()]).not.toContain(first);
    expect(context.blobs.blobs.size).toBe(1);
  });

  it('seals the parts of one session with one key, also when the first two come at once', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    const keys = context.store.tables.dataKeys.size;
    const codes = (await Promise.all([put(sessionId, 'chunk-0'), put(sessionId, 'chunk-1')])).map(codeOf);
    expect(codes).toEqual(['ok', 'ok']);
    expect(context.store.tables.dataKeys.size).toBe(keys + 1);
  });

  it('tells a client which parts have arrived', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    await put(sessionId, 'chunk-0');
    const { body } = answered(await viewSession(context, { sessionId }));
    expect(body.parts).toEqual([{ part: 'chunk-0', bytes: BYTES.length, sha256: sha256Hex(BYTES) }]);
  });

  it('leaves no row when the blob store is full', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    context.blobs.failWith(new HuotiError('HOST_ERROR', 'no space left'));
    await expect(put(sessionId, 'chunk-0')).rejects.toThrow('no space left');
    expect(context.store.tables.parts.size).toBe(0);
  });

  it('leaves no blob for a session that was completed meanwhile', async () => {
    const { sessionId, row } = await driveSession(context, { until: 'uploaded' });
    const blobs = context.blobs.blobs.size;
    const racing: TestContext = {
      ...context,
      blobs: {
        ...context.blobs,
        // The session is completed while the bytes are on their way to the store.
        put: async (key, bytes) => {
          await context.blobs.put(key, bytes);
          await context.store.transaction((tx) => tx.sessions.update(sessionId, { state: 'completed' }));
        },
      },
    };
    const answer = await acceptPart(racing, {
      sessionId,
      name: 'chunk-0',
      bytes: BYTES,
      contentDigest: contentDigest(BYTES),
    });
    expect(codeOf(answer)).toBe('SESSION_USED');
    expect(context.blobs.blobs.size).toBe(blobs);
    expect((await row()).state).toBe('completed');
  });
});

describe('attacks on the upload', () => {
  it.each([
    'chunk-00',
    'chunk-01',
    'chunk--1',
    'chunk-1.5',
    'chunk-100',
    'Chunk-0',
    'chunk-0 ',
    'chunk-0\n',
    'chunk-٠',
    'picture-0',
    'picture-0-1000',
    '../../etc/passwd',
    'chunk-0/../manifest',
    'manifest\u0000',
    "manifest'; drop table parts; --",
    '__proto__',
    '',
    'x'.repeat(100_000),
  ])('refuses the part name %j', async (name) => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    expect(codeOf(await put(sessionId, name))).toBe('INVALID_ARGUMENT');
    expect(context.blobs.blobs.size).toBe(0);
  });

  it.each([
    ['chunk-0', 262_145],
    ['manifest', 16_385],
    ['picture-0-1', 40_961],
  ])('refuses %s of %i bytes', async (name, size) => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    expect(codeOf(await put(sessionId, name, new Uint8Array(size)))).toBe('PAYLOAD_TOO_LARGE');
  });

  it('refuses bytes that are not those of the digest', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    const send = (header: string | undefined) =>
      acceptPart(context, { sessionId, name: 'chunk-0', bytes: BYTES, contentDigest: header });
    expect(codeOf(await send(contentDigest(Uint8Array.of(1))))).toBe('INVALID_ARGUMENT');
    expect(codeOf(await send(undefined))).toBe('INVALID_ARGUMENT');
    expect(codeOf(await send('md5=:AAAA:'))).toBe('INVALID_ARGUMENT');
    expect(codeOf(await put(sessionId, 'chunk-0', new Uint8Array(0)))).toBe('INVALID_ARGUMENT');
  });

  it('takes no picture that was not asked for, and no chunk beyond the last', async () => {
    const { sessionId, row } = await driveSession(context, { until: 'revealed' });
    const { requestedPictures, steps } = await row();
    const asked = new Set(requestedPictures?.map(({ chunk, index }) => `picture-${chunk}-${index}`));
    // The attacker has better pictures than those that the server drew.
    const better = [...Array(9).keys()]
      .map((index) => `picture-1-${index}`)
      .filter((name) => !asked.has(name));
    for (const name of better) expect(codeOf(await put(sessionId, name))).toBe('CONFLICT');
    expect(better.length).toBeGreaterThan(0);
    expect(codeOf(await put(sessionId, `chunk-${(steps?.length ?? 0) + 1}`))).toBe('CONFLICT');
  });

  it('takes no picture before the last reveal, when none is drawn yet', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    expect(codeOf(await put(sessionId, 'picture-0-8'))).toBe('CONFLICT');
  });

  it('refuses parts for sessions that never were, have not begun, take none or ended', async () => {
    expect(codeOf(await put('A'.repeat(22), 'chunk-0'))).toBe('SESSION_UNKNOWN');
    const issued = await driveSession(context, { until: 'consented', request: { subject: 'a' } });
    expect(codeOf(await put(issued.sessionId, 'chunk-0'))).toBe('CONFLICT');
    const none = await driveSession(context, {
      until: 'begun',
      request: { policy: 'device-only', subject: 'b' },
    });
    expect(codeOf(await put(none.sessionId, 'chunk-0'))).toBe('CONFLICT');
    const late = await driveSession(context, { until: 'begun', request: { subject: 'c' } });
    context.time.advanceBy(300_000);
    expect(codeOf(await put(late.sessionId, 'chunk-0'))).toBe('SESSION_EXPIRED');
  });
});

describe('attacks on the store of parts', () => {
  const read = async (sessionId: string, blobKey?: string) => {
    const { tables } = context.store;
    const part = tables.parts.get(JSON.stringify([sessionId, 'chunk-0']));
    const key = await openDataKey(context, tables.sessions.get(sessionId)?.dataKeyId ?? '');
    return part && readPart(context, { ...part, blobKey: blobKey ?? part.blobKey }, { key });
  };

  it('does not open the part of another session', async () => {
    const a = await driveSession(context, { until: 'begun', request: { subject: 'a' } });
    const b = await driveSession(context, { until: 'begun', request: { subject: 'b' } });
    await put(a.sessionId, 'chunk-0');
    await put(b.sessionId, 'chunk-0');
    const [keyOfA] = [...context.blobs.blobs.keys()];
    // The attacker can write to the database and lets b's row lead to a's evidence.
    await expect(read(b.sessionId, keyOfA)).rejects.toMatchObject({ code: 'HOST_ERROR' });
  });

  it('does not open another part of the same session, nor an older one of the same name', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    await put(sessionId, 'chunk-0');
    const old = [...context.blobs.blobs.entries()][0];
    await put(sessionId, 'chunk-0', Uint8Array.of(7));
    await put(sessionId, 'chunk-1', Uint8Array.of(8));
    const chunk1 = context.store.tables.parts.get(JSON.stringify([sessionId, 'chunk-1']));
    await expect(read(sessionId, chunk1?.blobKey)).rejects.toMatchObject({ code: 'HOST_ERROR' });
    // The attacker kept the sealed bytes of what was replaced and puts them back.
    await context.blobs.put('restored', old?.[1].bytes ?? BYTES);
    await expect(read(sessionId, 'restored')).rejects.toThrow('other bytes');
  });

  it('does not open a part of which one bit was turned, nor one that is gone', async () => {
    const { sessionId } = await driveSession(context, { until: 'begun' });
    await put(sessionId, 'chunk-0');
    const [[key, blob] = ['', undefined]] = [...context.blobs.blobs.entries()];
    if (blob) blob.bytes[blob.bytes.length - 1] = (blob.bytes[blob.bytes.length - 1] ?? 0) ^ 1;
    await expect(read(sessionId)).rejects.toMatchObject({ code: 'HOST_ERROR' });
    await context.blobs.delete(key);
    await expect(read(sessionId)).rejects.toThrow('is gone');
  });
});

describe('parseContentDigest', () => {
  it('finds the sha-256 among others and nothing in what is malformed', () => {
    const one = contentDigest(BYTES);
    const sha = sha256Hex(BYTES);
    expect(parseContentDigest(one)).toBe(sha);
    expect(parseContentDigest(`sha-512=:AA==:, ${one}`)).toBe(sha);
    for (const header of [
      '',
      one.slice(0, -1),
      one.replace('sha-256', 'x-sha-256'),
      `${one}x`,
      ','.repeat(600),
    ]) {
      expect(parseContentDigest(header)).toBeNull();
    }
  });
});
