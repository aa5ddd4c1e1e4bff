import type { DeletionRow } from '../../ports/privacy/DeletionRow.js';
import { aConsent, aPart, aReference, aSession, idOf, NOON } from './contractRows.js';
import { outcomeOf } from './outcomeOf.js';
import { aDeletion, aGuardianConsent, aRightsCase, aSubject } from './privacyRows.js';
import type { StoreSuite } from './StoreHarness.js';

/** People, their papers, what they asked for, and how all of it is deleted. */
export function privacyContract({ test, expect }: StoreSuite): void {
  test('a person is kept once for a client, changes by column, and goes', async ({ store }) => {
    const anna = aSubject('anna');
    await store.transaction(async (tx) => {
      expect(await tx.subjects.insertOnce(anna)).toBe(true);
      expect(await tx.subjects.insertOnce(aSubject('anna', { keyId: idOf('other') }))).toBe(false);
      expect(await tx.subjects.insertOnce(aSubject('anna', { clientId: 'shop' }))).toBe(true);
      expect(await tx.subjects.get('bank', 'anna')).toEqual(anna);
      const changes = { ageBand: 'child', restrictedAtMs: NOON, withdrawnAtMs: NOON + 1 } as const;
      await tx.subjects.update('bank', 'anna', changes);
      await tx.subjects.update('bank', 'nobody', changes);
      await tx.subjects.update('bank', 'anna', {});
      expect(await tx.subjects.getForUpdate('bank', 'anna')).toEqual({ ...anna, ...changes });
      expect(await tx.subjects.get('shop', 'anna')).toEqual(aSubject('anna', { clientId: 'shop' }));
      await tx.subjects.delete('bank', 'anna');
      await tx.subjects.delete('bank', 'anna');
      expect(await tx.subjects.get('bank', 'anna')).toBe(null);
      expect(await tx.subjects.getForUpdate('bank', 'anna')).toBe(null);
      expect((await tx.subjects.get('shop', 'anna'))?.subject).toBe('anna');
    });
  });

  test('two at once make one person', async ({ store }) => {
    const keys = ['a', 'b', 'c'].map(idOf);
    const made = await Promise.all(
      keys.map((keyId) => store.transaction((tx) => tx.subjects.insertOnce(aSubject('anna', { keyId })))),
    );
    expect(made.filter((first) => first).length).toBe(1);
    const kept = await store.transaction((tx) => tx.subjects.get('bank', 'anna'));
    expect(kept?.keyId).toEqual(keys[made.indexOf(true)]);
  });

  test('people are looked at in turn', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.subjects.insertOnce(aSubject('b', { createdAtMs: NOON + 2 }));
      await tx.subjects.insertOnce(aSubject('a', { createdAtMs: NOON + 1 }));
      await tx.subjects.insertOnce(aSubject('c', { createdAtMs: NOON + 3 }));
      const next = async (atMs: number, limit = 9): Promise<string[]> =>
        (await tx.subjects.notLookedAtSince(atMs, limit)).map(({ subject }) => subject);
      expect(await next(NOON + 2)).toEqual(['a', 'b']);
      expect(await next(NOON + 9, 1)).toEqual(['a']);
      await tx.subjects.markLookedAt('bank', 'a', NOON + 10);
      await tx.subjects.markLookedAt('bank', 'nobody', NOON);
      expect(await next(NOON + 9)).toEqual(['b', 'c']);
      expect(await next(NOON + 10)).toEqual(['b', 'c', 'a']);
    });
  });

  test('a person is named by anything that is kept of them, and by nothing of another client', async ({
    store,
  }) => {
    await store.transaction(async (tx) => {
      const people = ['session', 'receipt', 'face', 'guardian', 'case', 'deletion', 'nothing'];
      for (const clientId of ['bank', 'shop']) {
        for (const subject of people) await tx.subjects.insertOnce(aSubject(subject, { clientId }));
      }
      await tx.sessions.insert(aSession('one', { subject: 'session' }));
      await tx.consents.insert(aConsent('gone', { subject: 'receipt' }));
      await tx.references.put(aReference('face-1', { subject: 'face' }));
      await tx.guardianConsents.insert(aGuardianConsent('guardian'));
      await tx.rightsCases.insert(aRightsCase('case-1', { subject: 'case' }));
      await tx.deletions.insert(aDeletion('deletion-1', { subject: 'deletion' }));
      const named = async (clientId: string): Promise<string[]> => {
        const found = [];
        for (const one of people) if (await tx.subjects.isNamed(clientId, one)) found.push(one);
        return found;
      };
      expect(await named('bank')).toEqual(people.slice(0, -1));
      expect(await named('shop')).toEqual([]);
    });
  });

  test('people with a stored face are counted once each, and a session that names nobody as one', async ({
    store,
  }) => {
    await store.transaction(async (tx) => {
      const picture = (session: string, changes = {}) =>
        tx.parts.put(aPart(session, { name: 'picture-1-4', blobKey: session, ...changes }));
      expect(await tx.subjects.countStoredPeople()).toBe(0);
      await tx.references.put(aReference('anna-1', { subject: 'anna' }));
      await tx.references.put(aReference('anna-2', { subject: 'anna' }));
      await tx.references.put(aReference('anna-1', { subject: 'anna', clientId: 'shop' }));
      expect(await tx.subjects.countStoredPeople()).toBe(2);
      await tx.sessions.insert(aSession('one', { subject: 'anna' }));
      await tx.sessions.insert(aSession('two', { subject: 'ben' }));
      await tx.sessions.insert(aSession('three', { subject: 'ben' }));
      await tx.sessions.insert(aSession('four'));
      await tx.sessions.insert(aSession('five'));
      await tx.sessions.insert(aSession('six', { subject: 'carl' }));
      for (const name of ['one', 'two', 'three', 'four', 'five']) await picture(name);
      await picture('four', { name: 'picture-2-1', blobKey: 'second' });
      // Points of a face over time are no picture of it.
      await picture('six', { name: 'chunk-0' });
      expect(await tx.subjects.countStoredPeople()).toBe(5);
    });
  });

  test("a guardian's consents are listed, taken back and deleted with the minor's", async ({ store }) => {
    const full = aGuardianConsent('kim', { expiresAtMs: NOON + 9, recordedAtMs: NOON - 5 });
    const later = aGuardianConsent('kim', { receiptId: idOf('later'), level: 'none' });
    await store.transaction(async (tx) => {
      await tx.guardianConsents.insert(later);
      await tx.guardianConsents.insert(full);
      await tx.guardianConsents.insert(aGuardianConsent('lee'));
      expect(await tx.guardianConsents.get(full.receiptId)).toEqual(full);
      expect(await tx.guardianConsents.get(idOf('nothing'))).toBe(null);
      expect(await tx.guardianConsents.list('bank', 'kim')).toEqual([full, later]);
      expect(await tx.guardianConsents.list('shop', 'kim')).toEqual([]);
      expect(await tx.guardianConsents.withdraw('shop', 'kim', NOON)).toBe(0);
      expect(await tx.guardianConsents.withdraw('bank', 'kim', NOON)).toBe(2);
      expect(await tx.guardianConsents.withdraw('bank', 'kim', NOON + 1)).toBe(0);
      expect(await tx.guardianConsents.get(full.receiptId)).toEqual({ ...full, withdrawnAtMs: NOON });
      await tx.guardianConsents.delete(full.receiptId);
      await tx.guardianConsents.delete(full.receiptId);
      expect(await tx.guardianConsents.deleteOf('bank', 'kim')).toBe(1);
      expect(await tx.guardianConsents.list('bank', 'kim')).toEqual([]);
      expect(await tx.guardianConsents.list('bank', 'lee')).toEqual([aGuardianConsent('lee')]);
    });
  });

  test('cases are listed by what is due first, counted while open, and found when they are closed', async ({
    store,
  }) => {
    const closed = { state: 'done', closedAtMs: NOON + 5, closedBy: 'key:1', note: 'sent' } as const;
    await store.transaction(async (tx) => {
      await tx.rightsCases.insert(aRightsCase('b', { dueAtMs: NOON + 20 }));
      await tx.rightsCases.insert(aRightsCase('a', { dueAtMs: NOON + 20, kind: 'delete', subject: 'ben' }));
      await tx.rightsCases.insert(aRightsCase('c', { dueAtMs: NOON + 10, clientId: 'shop' }));
      await tx.rightsCases.insert(aRightsCase('d', { dueAtMs: NOON + 30 }));
      const ids = async (filter: Parameters<typeof tx.rightsCases.list>[0]): Promise<string[]> =>
        (await tx.rightsCases.list(filter)).map(({ id }) => id.replaceAll('_', ''));
      expect(await ids({})).toEqual(['c', 'a', 'b', 'd']);
      expect(await ids({ limit: 2 })).toEqual(['c', 'a']);
      expect(await ids({ clientId: 'bank' })).toEqual(['a', 'b', 'd']);
      expect(await ids({ clientId: 'bank', subject: 'anna' })).toEqual(['b', 'd']);
      expect(await ids({ kind: 'delete' })).toEqual(['a']);
      expect(await tx.rightsCases.countOpen(NOON + 20)).toEqual({ open: 4, due: 1 });
      await tx.rightsCases.update(idOf('b'), { ...closed, subject: null, deletionId: idOf('gone') });
      await tx.rightsCases.update(idOf('d'), { ...closed, closedAtMs: NOON + 6 });
      await tx.rightsCases.update(idOf('nobody'), closed);
      await tx.rightsCases.update(idOf('a'), {});
      expect(await tx.rightsCases.getForUpdate(idOf('b'))).toEqual(
        aRightsCase('b', { dueAtMs: NOON + 20, ...closed, subject: null, deletionId: idOf('gone') }),
      );
      expect(await tx.rightsCases.countOpen(NOON + 21)).toEqual({ open: 2, due: 2 });
      expect(await ids({ state: 'done' })).toEqual(['b', 'd']);
      const over = await tx.rightsCases.closedBefore(NOON + 5, 9);
      expect(over.map(({ id }) => id)).toEqual([idOf('b')]);
      expect((await tx.rightsCases.closedBefore(NOON + 9, 1)).map(({ id }) => id)).toEqual([idOf('b')]);
      await tx.rightsCases.delete(idOf('b'));
      await tx.rightsCases.delete(idOf('b'));
      expect(await tx.rightsCases.get(idOf('b'))).toBe(null);
    });
  });

  test('one deletion of a person runs at a time, and its record outlives it', async ({ store }) => {
    const done: Partial<DeletionRow> = {
      ...{ state: 'done', subject: null, finishedAtMs: NOON + 5 },
      ...{ counts: { sessions: 3, pictures: 30 }, backupsExpireAtMs: NOON + 50 },
    };
    await store.transaction(async (tx) => {
      await tx.deletions.insert(aDeletion('a'));
      await tx.deletions.insert(
        aDeletion('b', { subject: 'ben', startedAtMs: NOON - 1, caseId: idOf('case') }),
      );
      await tx.deletions.insert(aDeletion('c', { clientId: 'shop', startedAtMs: NOON + 1 }));
      expect(await tx.deletions.running('bank', 'anna')).toEqual(aDeletion('a'));
      expect(await tx.deletions.running('bank', 'nobody')).toBe(null);
      const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id.replaceAll('_', ''));
      expect(ids(await tx.deletions.unfinished(9))).toEqual(['b', 'a', 'c']);
      expect(ids(await tx.deletions.unfinished(1))).toEqual(['b']);
      await tx.deletions.update(idOf('a'), done);
      await tx.deletions.update(idOf('a'), {});
      await tx.deletions.update(idOf('nobody'), done);
      expect(await tx.deletions.get(idOf('a'))).toEqual(aDeletion('a', done));
      expect(await tx.deletions.getForUpdate(idOf('a'))).toEqual(aDeletion('a', done));
      expect(await tx.deletions.running('bank', 'anna')).toBe(null);
      expect(ids(await tx.deletions.unfinished(9))).toEqual(['b', 'c']);
      expect(ids(await tx.deletions.list({}))).toEqual(['c', 'a', 'b']);
      expect(ids(await tx.deletions.list({ clientId: 'bank', limit: 1 }))).toEqual(['a']);
      expect(ids(await tx.deletions.doneBefore(NOON + 4, NOON + 50, 9))).toEqual([]);
      expect(ids(await tx.deletions.doneBefore(NOON + 5, NOON + 49, 9))).toEqual([]);
      expect(ids(await tx.deletions.doneBefore(NOON + 5, NOON + 50, 9))).toEqual(['a']);
      await tx.deletions.delete(idOf('a'));
      await tx.deletions.delete(idOf('a'));
      expect(await tx.deletions.get(idOf('a'))).toBe(null);
      // The person comes back, and asks for a second deletion.
      await tx.deletions.insert(aDeletion('d'));
    });
    const second = store.transaction((tx) => tx.deletions.insert(aDeletion('e')));
    expect(await outcomeOf(second)).toBe('HOST_ERROR');
  });

  test('a counted number is kept, and replaced by the next count', async ({ store }) => {
    await store.transaction(async (tx) => {
      expect(await tx.counters.get('people')).toBe(null);
      await tx.counters.put({ name: 'people', value: 3, atMs: NOON });
      await tx.counters.put({ name: 'people', value: 4, atMs: NOON + 1 });
      await tx.counters.put({ name: 'other', value: 9, atMs: NOON });
      expect(await tx.counters.get('people')).toEqual({ name: 'people', value: 4, atMs: NOON + 1 });
    });
  });
}
