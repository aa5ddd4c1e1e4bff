import { beforeEach, describe, expect, it } from '@jest/globals';
import { acceptPart } from '../evidence/acceptPart.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered, contentDigest, driveSession, sha256Hex } from '../testing/driveSession.js';
import { completeSession } from './completeSession.js';

let context: TestContext;
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const put = (sessionId: string, name: string, bytes: Uint8Array) =>
  acceptPart(context, { sessionId, name, bytes, contentDigest: contentDigest(bytes) });
const complete = (sessionId: string, evidenceHash: string) =>
  completeSession(context, { sessionId, request: { evidenceHash } });

beforeEach(async () => {
  context = await createTestContext();
});

describe('completeSession', () => {
  it('marks the session, keeps the hash and enqueues one job, all at once', async () => {
    const { sessionId, evidenceHash, row } = await driveSession(context);
    expect(await row()).toMatchObject({
      state: 'completed',
      evidenceHash,
      completedAtMs: context.time.nowMs(),
    });
    expect(context.store.jobs.map(({ name, data }) => ({ name, data }))).toEqual([
      { name: 'judge', data: { sessionId } },
    ]);
  });

  it('answers the same hash alike, also later, and enqueues nothing more', async () => {
    const { sessionId, evidenceHash } = await driveSession(context);
    const again = await complete(sessionId, evidenceHash);
    context.time.advanceBy(3_600_000);
    expect(await complete(sessionId, evidenceHash)).toEqual(again);
    expect(codeOf(again)).toBe('ok');
    expect(context.store.jobs).toHaveLength(1);
  });

  it('lets exactly one of two completes at once win, each with its own evidence', async () => {
    const { sessionId, evidenceHash, parts, row } = await driveSession(context, { until: 'uploaded' });
    const first = complete(sessionId, evidenceHash);
    // The attacker completes with good evidence and, at the same moment, exchanges the manifest and completes with that.
    const other = new TextEncoder().encode(
      new TextDecoder().decode(parts.get('manifest')).replace('"cpu"', '"gpu"'),
    );
    const second = put(sessionId, 'manifest', other).then(() => complete(sessionId, sha256Hex(other)));
    const codes = (await Promise.all([first, second])).map(codeOf);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    const { evidenceHash: kept } = await row();
    const manifest = context.store.tables.parts.get(JSON.stringify([sessionId, 'manifest']));
    expect(manifest?.sha256).toBe(kept);
    expect(context.store.jobs).toHaveLength(1);
  });

  it('refuses other evidence after the first', async () => {
    const { sessionId } = await driveSession(context);
    // The attacker thinks of something better after the evidence was accepted.
    const better = new TextEncoder().encode('{}');
    expect(codeOf(await put(sessionId, 'manifest', better))).toBe('SESSION_USED');
    expect(codeOf(await put(sessionId, 'chunk-0', better))).toBe('SESSION_USED');
    expect(codeOf(await complete(sessionId, sha256Hex(better)))).toBe('SESSION_USED');
  });

  it('names every part that is not there or is not as the manifest has it', async () => {
    const { sessionId, parts, evidenceHash } = await driveSession(context, { until: 'uploaded' });
    const { tables } = context.store;
    const picture = [...parts.keys()].find((name) => name.startsWith('picture-')) ?? '';
    tables.parts.delete(JSON.stringify([sessionId, 'chunk-2']));
    await put(sessionId, picture, new TextEncoder().encode('another picture'));
    const answer = await complete(sessionId, evidenceHash);
    expect(answer).toMatchObject({
      ok: false,
      refusal: { code: 'EVIDENCE_INCOMPLETE', missing: ['chunk-2', picture] },
    });
    expect(await complete(sessionId, 'b'.repeat(64))).toMatchObject({ refusal: { missing: ['manifest'] } });
  });

  it('refuses before the first reveal, and after the time is up', async () => {
    const early = await driveSession(context, { until: 'begun' });
    expect(codeOf(await complete(early.sessionId, 'a'.repeat(64)))).toBe('CONFLICT');
    const late = await driveSession(context, { until: 'uploaded' });
    context.time.advanceBy(300_000);
    expect(codeOf(await complete(late.sessionId, late.evidenceHash))).toBe('SESSION_EXPIRED');
  });

  it.each([
    ['no JSON', '{'],
    ['no manifest', '{"protocolVersion":1}'],
    ['a manifest of another version', '{"protocolVersion":2}'],
    ['a nest of brackets', '['.repeat(16_000)],
  ])('refuses %s and leaves the session as it was', async (_, text) => {
    const { sessionId, row } = await driveSession(context, { until: 'uploaded' });
    const bytes = new TextEncoder().encode(text);
    await put(sessionId, 'manifest', bytes);
    expect(codeOf(await complete(sessionId, sha256Hex(bytes)))).toMatch(
      /^PROTOCOL_(MALFORMED|VERSION_UNSUPPORTED)$/,
    );
    expect((await row()).state).toBe('begun');
  });

  it('refuses a manifest that is no UTF-8', async () => {
    const { sessionId } = await driveSession(context, { until: 'uploaded' });
    const bytes = Uint8Array.of(0xff, 0xfe, 0x00);
    await put(sessionId, 'manifest', bytes);
    expect(codeOf(await complete(sessionId, sha256Hex(bytes)))).toBe('PROTOCOL_MALFORMED');
  });

  it('leaves nothing half done when the database goes away in between', async () => {
    const { sessionId, evidenceHash, row } = await driveSession(context, { until: 'uploaded' });
    const before = answered({ ok: true, row: await row() }).row;
    const broken: TestContext = {
      ...context,
      store: {
        ...context.store,
        transaction: (work) =>
          context.store.transaction((tx) =>
            work({
              ...tx,
              audit: { ...tx.audit, append: () => Promise.reject(new RangeError('connection lost')) },
            }),
          ),
      },
    };
    await expect(completeSession(broken, { sessionId, request: { evidenceHash } })).rejects.toThrow(
      'connection lost',
    );
    expect(await row()).toEqual(before);
    expect(context.store.jobs).toHaveLength(0);
  });
});
