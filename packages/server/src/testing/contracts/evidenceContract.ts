import type { SessionRow } from '../../ports/rows.js';
import {
  aConsent,
  aPart,
  aPlatformCheck,
  aReference,
  aSession,
  aVerdict,
  idOf,
  NOON,
} from './contractRows.js';
import type { StoreSuite } from './StoreHarness.js';

/** Parts, verdicts, consents and enrolled faces. */
export function evidenceContract({ test, expect }: StoreSuite): void {
  test('a part replaces the one of its name and gives that one back', async ({ store }) => {
    const first = aPart('one', { blobKey: 'first' });
    const second = aPart('one', { blobKey: 'second', bytes: 7 });
    await store.transaction(async (tx) => {
      await tx.sessions.insert(aSession('one'));
      await tx.sessions.insert(aSession('two'));
      await tx.parts.put(aPart('two'));
      expect(await tx.parts.put(first)).toBe(null);
      expect(await tx.parts.put(second)).toEqual(first);
      expect(await tx.parts.get(idOf('one'), 'manifest')).toEqual(second);
      expect(await tx.parts.get(idOf('one'), 'chunk-0')).toBe(null);
      expect(await tx.parts.isReferenced('first')).toBe(false);
      expect(await tx.parts.isReferenced('second')).toBe(true);
    });
  });

  test('parts of a session are listed by name, and a deleted one is gone', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.sessions.insert(aSession('one'));
      for (const name of ['picture-1-4', 'manifest', 'chunk-1', 'chunk-0']) {
        await tx.parts.put(aPart('one', { name, blobKey: name }));
      }
      await tx.parts.delete(idOf('one'), 'chunk-1');
      await tx.parts.delete(idOf('one'), 'chunk-1');
      const left = await tx.parts.list(idOf('one'));
      expect(left.map(({ name }) => name)).toEqual(['chunk-0', 'manifest', 'picture-1-4']);
    });
  });

  test('parts of ended sessions are found by kind, age and policy', async ({ store }) => {
    const strict = { ...aSession('x').policy, name: 'strict' };
    const sessions: readonly SessionRow[] = [
      aSession('decided', { state: 'decided', decidedAtMs: NOON - 5, expiresAtMs: NOON + 99 }),
      aSession('expired', { state: 'expired', expiresAtMs: NOON - 9, policy: strict }),
      aSession('just-now', { state: 'decided', decidedAtMs: NOON + 1 }),
      aSession('open', { state: 'begun', expiresAtMs: NOON - 99 }),
    ];
    await store.transaction(async (tx) => {
      for (const [at, session] of sessions.entries()) {
        await tx.sessions.insert(session);
        for (const name of ['picture-0-3', 'chunk-0', 'manifest']) {
          const storedAtMs = (session.decidedAtMs ?? session.expiresAtMs) - 10;
          const blobKey = `${String(at)}/${name}`;
          await tx.parts.put({ ...aPart('x'), sessionId: session.id, name, blobKey, storedAtMs });
        }
      }
      const found = async (...asked: Parameters<typeof tx.parts.ofEndedSessions>): Promise<string[]> =>
        (await tx.parts.ofEndedSessions(...asked)).map(({ blobKey }) => blobKey);
      expect(await found(NOON, 'pictures', 9)).toEqual(['1/picture-0-3', '0/picture-0-3']);
      expect((await found(NOON, 'others', 9)).sort()).toEqual([
        '0/chunk-0',
        '0/manifest',
        '1/chunk-0',
        '1/manifest',
      ]);
      expect(await found(NOON, 'pictures', 1)).toEqual(['1/picture-0-3']);
      expect(await found(NOON - 6, 'pictures', 9)).toEqual(['1/picture-0-3']);
      expect(await found(NOON, 'pictures', 9, { only: ['strict'] })).toEqual(['1/picture-0-3']);
      expect(await found(NOON, 'pictures', 9, { except: ['strict'] })).toEqual(['0/picture-0-3']);
    });
  });

  test('a session has one verdict, the first', async ({ store }) => {
    const refused = aVerdict('one', {
      id: idOf('second'),
      verified: false,
      reason: 'QUALITY_TOO_LOW',
      gate: 'too-dark',
      recomputeMs: null,
    });
    await store.transaction(async (tx) => {
      await tx.sessions.insert(aSession('one'));
      await tx.sessions.insert(aSession('two'));
      expect(await tx.verdicts.get(idOf('one'))).toBe(null);
      expect(await tx.verdicts.insertOnce(aVerdict('one'))).toBe(true);
      expect(await tx.verdicts.insertOnce(refused)).toBe(false);
      expect(await tx.verdicts.get(idOf('one'))).toEqual(aVerdict('one'));
      const ofTwo = { ...refused, sessionId: idOf('two') };
      expect(await tx.verdicts.insertOnce(ofTwo)).toBe(true);
      expect(await tx.verdicts.get(idOf('two'))).toEqual(ofTwo);
    });
  });

  test('a receipt is found by its id', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.sessions.insert(aSession('one'));
      const row = aConsent('one', { subject: '活' });
      await tx.consents.insert(row);
      expect(await tx.consents.get(row.receiptId)).toEqual(row);
      expect(await tx.consents.get(idOf('nothing'))).toBe(null);
    });
  });

  test('a platform check comes back as it went in, changes by column, and goes', async ({ store }) => {
    const full = aPlatformCheck('two', {
      serial: idOf('serial'),
      claimedUntilMs: NOON,
      verifyId: 'v'.repeat(256),
      verifyExpiresAtMs: NOON + 3_600_000,
      begins: 5,
      queries: 9,
    });
    await store.transaction(async (tx) => {
      await tx.sessions.insert(aSession('one'));
      await tx.sessions.insert(aSession('two'));
      await tx.platformChecks.insert(aPlatformCheck('one'));
      await tx.platformChecks.insert(full);
      expect(await tx.platformChecks.get(idOf('one'))).toEqual(aPlatformCheck('one'));
      expect(await tx.platformChecks.get(idOf('two'))).toEqual(full);
      await tx.platformChecks.update(idOf('two'), { claimedUntilMs: null, queries: 10 });
      await tx.platformChecks.update(idOf('nobody'), { queries: 1 });
      expect(await tx.platformChecks.get(idOf('two'))).toEqual({
        ...full,
        claimedUntilMs: null,
        queries: 10,
      });
      expect(await tx.platformChecks.get(idOf('one'))).toEqual(aPlatformCheck('one'));
      await tx.platformChecks.delete(idOf('two'));
      await tx.platformChecks.delete(idOf('two'));
      expect(await tx.platformChecks.get(idOf('two'))).toBe(null);
      expect(await tx.platformChecks.get(idOf('one'))).toEqual(aPlatformCheck('one'));
    });
  });

  test('a reference belongs to its client, is replaced, found when it expires, and given back when it goes', async ({
    store,
  }) => {
    await store.transaction(async (tx) => {
      const mine = aReference('7', { expiresAtMs: NOON });
      const theirs = aReference('7', { clientId: 'shop', template: Uint8Array.of(9) });
      await tx.references.put(aReference('7'));
      await tx.references.put(theirs);
      await tx.references.put(mine);
      await tx.references.put(aReference('8', { expiresAtMs: NOON + 1 }));
      expect(await tx.references.get('bank', '7')).toEqual(mine);
      expect(await tx.references.expired(NOON, 9)).toEqual([mine]);
      expect(await tx.references.delete('bank', '7')).toEqual(mine);
      expect(await tx.references.delete('bank', '7')).toBe(null);
      expect(await tx.references.get('bank', '7')).toBe(null);
      expect(await tx.references.get('shop', '7')).toEqual(theirs);
    });
  });
}
