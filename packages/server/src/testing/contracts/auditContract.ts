import type { AuditRow } from '../../ports/rows.js';
import { HEX, NOON } from './contractRows.js';
import { outcomeOf } from './outcomeOf.js';
import type { StoreSuite } from './StoreHarness.js';

const anEntry = (at: number, changes: Partial<AuditRow> = {}): AuditRow => ({
  atMs: NOON + at,
  actor: 'system',
  action: 'session-decide',
  object: 'one',
  pseudonym: null,
  facts: { verified: true, reason: null, at },
  ...changes,
});
const aHead = (seq: number) => ({ seq, hash: HEX, signedAtMs: NOON + seq, jws: `head.${String(seq)}.sig` });

/** The audit log and the chain over it. */
export function auditContract({ test, expect }: StoreSuite): void {
  test('entries about a person are found by the pseudonym', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.audit.append(anEntry(1, { pseudonym: HEX }));
      await tx.audit.append(anEntry(2));
      await tx.audit.append(anEntry(3, { pseudonym: HEX, action: 'session-issue' }));
      const found = await tx.audit.list({ pseudonym: HEX });
      expect(found.map(({ atMs }) => atMs - NOON)).toEqual([3, 1]);
      expect(await tx.audit.list({ pseudonym: HEX, action: 'session-decide' })).toEqual([
        anEntry(1, { pseudonym: HEX }),
      ]);
      expect((await tx.audit.list({})).length).toBe(3);
    });
  });

  test('entries are chained in the order they were written, each place once', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.auditChain.lock();
      expect(await tx.auditChain.head()).toBe(null);
      for (const at of [1, 2, 3]) await tx.audit.append(anEntry(at));
      const waiting = await tx.auditChain.unchained(9);
      expect(waiting.map(({ atMs, seq, hash }) => [atMs - NOON, seq, hash])).toEqual([
        [1, null, null],
        [2, null, null],
        [3, null, null],
      ]);
      expect((await tx.auditChain.unchained(1)).length).toBe(1);
      const ids = waiting.map(({ id }) => id);
      expect([...ids].sort((a, b) => a - b)).toEqual(ids);
      const links = ids.slice(0, 2).map((id, at) => ({ id, seq: at + 1, hash: `hash-${String(at + 1)}` }));
      await tx.auditChain.chain([]);
      await tx.auditChain.chain(links);
      expect(await tx.auditChain.head()).toEqual({ seq: 2, hash: 'hash-2' });
      expect(await tx.auditChain.read(1, 9)).toEqual(
        links.map(({ id, seq, hash }) => ({ ...anEntry(seq), id, seq, hash })),
      );
      expect((await tx.auditChain.read(2, 9)).map(({ seq }) => seq)).toEqual([2]);
      expect((await tx.auditChain.read(1, 1)).map(({ seq }) => seq)).toEqual([1]);
      expect((await tx.auditChain.unchained(9)).map(({ id }) => id)).toEqual(ids.slice(2));
    });
    const twice = store.transaction(async (tx) => {
      const [left] = await tx.auditChain.unchained(1);
      await tx.auditChain.chain([{ id: left?.id ?? -1, seq: 2, hash: 'other' }]);
    });
    expect(await outcomeOf(twice)).toBe('HOST_ERROR');
  });

  test('an entry that is written after a cut is a new one', async ({ store }) => {
    await store.transaction(async (tx) => {
      for (const at of [1, 2]) await tx.audit.append(anEntry(at));
      const ids = (await tx.auditChain.unchained(9)).map(({ id }) => id);
      await tx.auditChain.chain(ids.map((id, at) => ({ id, seq: at + 1, hash: `hash-${String(at + 1)}` })));
      for (const seq of [1, 2]) await tx.auditChain.insertHead(aHead(seq));
      expect(await tx.auditChain.cut(2)).toBe(2);
      expect(await tx.auditChain.cut(2)).toBe(0);
      expect(await tx.auditChain.read(1, 9)).toEqual([]);
      // The signed head stands for what was cut off: the chain goes on from it.
      expect(await tx.auditChain.head()).toEqual({ seq: 2, hash: HEX });
      expect(await tx.auditChain.heads(1, 9)).toEqual([aHead(2)]);
      await tx.audit.append(anEntry(3));
      const [fresh] = await tx.auditChain.unchained(9);
      expect(fresh).toEqual({ ...anEntry(3), id: fresh?.id, seq: null, hash: null });
      expect(ids.includes(fresh?.id ?? -1)).toBe(false);
    });
  });

  test('signed heads stand in order, one for a place', async ({ store }) => {
    await store.transaction(async (tx) => {
      expect(await tx.auditChain.lastHead()).toBe(null);
      for (const seq of [200, 100, 300]) await tx.auditChain.insertHead(aHead(seq));
      expect(await tx.auditChain.lastHead()).toEqual(aHead(300));
      expect(await tx.auditChain.heads(150, 9)).toEqual([aHead(200), aHead(300)]);
      expect(await tx.auditChain.heads(1, 1)).toEqual([aHead(100)]);
    });
    const again = store.transaction((tx) => tx.auditChain.insertHead(aHead(300)));
    expect(await outcomeOf(again)).toBe('HOST_ERROR');
  });
}
