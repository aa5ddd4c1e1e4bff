import type { ApiKeyRow, DataKeyRow } from '../../ports/rows.js';
import { anAttempt, idOf, NOON } from './contractRows.js';
import type { StoreSuite } from './StoreHarness.js';

const aDataKey = (name: string, masterKeyId: string): DataKeyRow => ({
  id: idOf(name),
  wrapped: Uint8Array.of(1, 0, 255),
  masterKeyId,
  createdAtMs: NOON,
});
const anApiKey = (name: string, changes: Partial<ApiKeyRow> = {}): ApiKeyRow => ({
  id: idOf(name),
  clientId: 'bank',
  secretHash: 'cd'.repeat(32),
  scopes: ['sessions', 'compare'],
  createdAtMs: NOON,
  expiresAtMs: null,
  revokedAtMs: null,
  ...changes,
});

/** Tries, proofs and keys: what is counted, what counts once, and what opens what. */
export function countingContract({ test, expect }: StoreSuite): void {
  test('open and failed tries of a scope count, passed ones and those of others do not', async ({
    store,
  }) => {
    await store.transaction(async (tx) => {
      await tx.attempts.lock(['subject:bank:7', 'client:bank']);
      await tx.attempts.insert([]);
      await tx.attempts.insert([
        anAttempt('old', { atMs: NOON - 100 }),
        anAttempt('passed', { atMs: NOON - 3 }),
        anAttempt('failed', { atMs: NOON - 1 }),
        anAttempt('open', { atMs: NOON - 2 }),
        anAttempt('open', { scope: 'reference:bank:7' }),
      ]);
      await tx.attempts.settle(idOf('passed'), 'passed');
      await tx.attempts.settle(idOf('failed'), 'failed');
      expect(await tx.attempts.countedSince('subject:bank:7', NOON - 50)).toEqual([
        anAttempt('open', { atMs: NOON - 2 }),
        anAttempt('failed', { atMs: NOON - 1, state: 'failed' }),
      ]);
      await tx.attempts.settle(idOf('open'), 'passed');
      expect(await tx.attempts.countedSince('reference:bank:7', 0)).toEqual([]);
      expect(await tx.attempts.deleteBefore(NOON - 50)).toBe(1);
      expect(await tx.attempts.deleteBefore(NOON - 50)).toBe(0);
    });
  });

  test('a proof counts once until it is forgotten', async ({ store }) => {
    await store.transaction(async (tx) => {
      expect(await tx.proofs.insertOnce('jti-1', NOON)).toBe(true);
      expect(await tx.proofs.insertOnce('jti-2', NOON + 1)).toBe(true);
      expect(await tx.proofs.insertOnce('jti-1', NOON + 500)).toBe(false);
    });
    await store.transaction(async (tx) => {
      expect(await tx.proofs.insertOnce('jti-1', NOON + 500)).toBe(false);
      expect(await tx.proofs.deleteExpired(NOON)).toBe(1);
      expect(await tx.proofs.insertOnce('jti-1', NOON + 500)).toBe(true);
      expect(await tx.proofs.insertOnce('jti-2', NOON + 500)).toBe(false);
    });
  });

  test('a data key is put under another master key, and gone when it is deleted', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.dataKeys.insert(aDataKey('a', 'm1'));
      await tx.dataKeys.insert(aDataKey('b', 'm2'));
      expect(await tx.dataKeys.get(idOf('a'))).toEqual(aDataKey('a', 'm1'));
      expect(await tx.dataKeys.notUnder('m2', 9)).toEqual([aDataKey('a', 'm1')]);
      expect((await tx.dataKeys.notUnder('m3', 1)).length).toBe(1);
      await tx.dataKeys.rewrap(idOf('a'), Uint8Array.of(4), 'm2');
      expect(await tx.dataKeys.notUnder('m2', 9)).toEqual([]);
      expect(await tx.dataKeys.get(idOf('a'))).toEqual({
        ...aDataKey('a', 'm2'),
        wrapped: Uint8Array.of(4),
      });
      await tx.dataKeys.delete(idOf('a'));
      await tx.dataKeys.delete(idOf('a'));
      expect(await tx.dataKeys.get(idOf('a'))).toBe(null);
    });
  });

  test('an API key is listed with those of its client and ends when it is revoked, sooner but never later', async ({
    store,
  }) => {
    await store.transaction(async (tx) => {
      await tx.apiKeys.insert(anApiKey('new', { createdAtMs: NOON + 1 }));
      await tx.apiKeys.insert(anApiKey('old', { expiresAtMs: NOON + 9 }));
      await tx.apiKeys.insert(anApiKey('theirs', { clientId: 'shop', scopes: [] }));
      const mine = await tx.apiKeys.list('bank');
      expect(mine.map(({ id }) => id)).toEqual([idOf('old'), idOf('new')]);
      expect((await tx.apiKeys.list()).length).toBe(3);
      expect(await tx.apiKeys.revoke(idOf('old'), NOON + 5)).toBe(true);
      expect(await tx.apiKeys.revoke(idOf('old'), NOON + 6)).toBe(false);
      expect(await tx.apiKeys.revoke(idOf('old'), NOON + 4)).toBe(true);
      expect(await tx.apiKeys.revoke(idOf('nobody'), NOON)).toBe(false);
      expect(await tx.apiKeys.get(idOf('old'))).toEqual(
        anApiKey('old', { expiresAtMs: NOON + 9, revokedAtMs: NOON + 4 }),
      );
      expect(await tx.apiKeys.get(idOf('nobody'))).toBe(null);
    });
  });
}
