import { aConsent, aDelivery, anAttempt, aPart, aReference, aSession, idOf, NOON } from './contractRows.js';
import { aGuardianConsent, aRightsCase, aSubject } from './privacyRows.js';
import type { StoreSuite } from './StoreHarness.js';

const names = (rows: readonly { readonly id: string }[]): string[] =>
  rows.map(({ id }) => id.replaceAll('_', ''));
const receipts = (rows: readonly { readonly receiptId: string }[]): string[] =>
  rows.map(({ receiptId }) => receiptId.replaceAll('_', ''));

/** What is kept for how long, and of whom; and what a deletion looks for. */
export function keepingContract({ test, expect }: StoreSuite): void {
  test('receipts outlive their session, are taken back and deleted by person, by session and one by one', async ({
    store,
  }) => {
    const full = aConsent('one', {
      ...{ subject: 'anna', ageBand: 'teen', guardianReceiptId: idOf('guardian') },
      choices: { liveness: true, frames: true, comparison: false },
    });
    await store.transaction(async (tx) => {
      await tx.sessions.insert(aSession('one'));
      await tx.consents.insert(full);
      await tx.consents.insert(aConsent('two', { subject: 'anna', recordedAtMs: NOON - 1 }));
      await tx.consents.insert(aConsent('three', { subject: 'anna', clientId: 'shop' }));
      await tx.consents.insert(aConsent('four'));
      await tx.consents.insert(aConsent('one', { receiptId: idOf('earlier'), recordedAtMs: NOON - 9 }));
      await tx.sessions.delete(idOf('one'));
      expect(await tx.consents.get(full.receiptId)).toEqual(full);
      expect(receipts(await tx.consents.list('bank', 'anna'))).toEqual(['receipt-two', 'receipt-one']);
      expect(await tx.consents.withdraw('bank', 'anna', NOON + 5)).toBe(2);
      expect(await tx.consents.withdraw('bank', 'anna', NOON + 6)).toBe(0);
      expect((await tx.consents.get(full.receiptId))?.withdrawnAtMs).toBe(NOON + 5);
      expect((await tx.consents.get(idOf('receipt-three')))?.withdrawnAtMs).toBe(null);
      expect(receipts(await tx.consents.recordedBefore(NOON - 1, 9))).toEqual(['earlier', 'receipt-two']);
      expect(receipts(await tx.consents.recordedBefore(NOON - 2, 9))).toEqual(['earlier']);
      expect(receipts(await tx.consents.recordedBefore(NOON, 1))).toEqual(['earlier']);
      expect(await tx.consents.deleteOfSession(idOf('one'))).toBe(2);
      expect(await tx.consents.deleteOf('bank', 'anna')).toBe(1);
      expect(await tx.consents.deleteOf('bank', 'anna')).toBe(0);
      await tx.consents.delete(idOf('receipt-four'));
      await tx.consents.delete(idOf('receipt-four'));
      expect(receipts(await tx.consents.recordedBefore(NOON, 9))).toEqual(['receipt-three']);
    });
  });

  test('enrolled faces are found by their person, and by how long they are kept whatever their own end says', async ({
    store,
  }) => {
    await store.transaction(async (tx) => {
      const turned = aReference('b', { subject: 'anna', turnKeyId: idOf('turn'), replacedAtMs: NOON + 5 });
      await tx.references.put(turned);
      await tx.references.put(aReference('a', { subject: 'anna', expiresAtMs: NOON + 99 }));
      await tx.references.put(aReference('anna', { clientId: 'shop', createdAtMs: NOON - 1 }));
      expect(await tx.references.get('bank', 'b')).toEqual(turned);
      expect(names(await tx.references.listOf('bank', 'anna'))).toEqual(['a', 'b']);
      expect(names(await tx.references.listOf('shop', 'anna'))).toEqual(['anna']);
      expect(names(await tx.references.keptSince(NOON, 9))).toEqual(['anna', 'a']);
      expect(names(await tx.references.keptSince(NOON + 4, 9))).toEqual(['anna', 'a']);
      expect(names(await tx.references.keptSince(NOON + 5, 9))).toEqual(['anna', 'a', 'b']);
      expect(names(await tx.references.keptSince(NOON + 5, 1))).toEqual(['anna']);
      expect(await tx.references.delete('bank', 'b')).toEqual(turned);
    });
  });

  test('what is kept of children is found apart from all other', async ({ store }) => {
    const ended = { state: 'decided', decidedAtMs: NOON } as const;
    await store.transaction(async (tx) => {
      for (const [name, ageBand] of [
        ['kid', 'child'],
        ['teen', 'teen'],
        ['unknown', null],
      ] as const) {
        await tx.subjects.insertOnce(aSubject(name, { ageBand }));
        await tx.sessions.insert(aSession(name, { ...ended, ageBand, subject: name }));
        await tx.parts.put(aPart(name, { name: 'picture-1-1', blobKey: name }));
        await tx.references.put(aReference(`face-${name}`, { subject: name }));
        await tx.guardianConsents.insert(aGuardianConsent(name));
        await tx.rightsCases.insert(aRightsCase(name, { subject: name, closedAtMs: NOON }));
        await tx.consents.insert(aConsent(name, { subject: name, ageBand: ageBand ?? 'adult' }));
      }
      // Of somebody who is deleted, and of a face whose person the release before did not name.
      await tx.rightsCases.insert(aRightsCase('nobody', { subject: null, closedAtMs: NOON }));
      await tx.references.put(aReference('face-old'));
      const late = NOON + 1;
      const found = async (ages: 'children' | 'others' | undefined) => ({
        sessions: names(await tx.sessions.endedBefore(late, 9, undefined, ages)).sort(),
        parts: (await tx.parts.ofEndedSessions(late, 'pictures', 9, undefined, ages))
          .map(({ blobKey }) => blobKey)
          .sort(),
        faces: names(await tx.references.keptSince(late, 9, ages)).sort(),
        guardians: receipts(await tx.guardianConsents.recordedBefore(late, 9, ages)).sort(),
        cases: names(await tx.rightsCases.closedBefore(late, 9, ages)).sort(),
        receipts: receipts(await tx.consents.recordedBefore(late, 9, ages)).sort(),
      });
      const children = {
        ...{ sessions: ['kid'], parts: ['kid'], faces: ['face-kid'], guardians: ['guardian-kid'] },
        ...{ cases: ['kid'], receipts: ['receipt-kid'] },
      };
      const others = {
        ...{ sessions: ['teen', 'unknown'], parts: ['teen', 'unknown'] },
        ...{ faces: ['face-old', 'face-teen', 'face-unknown'] },
        ...{ guardians: ['guardian-teen', 'guardian-unknown'], cases: ['nobody', 'teen', 'unknown'] },
        ...{ receipts: ['receipt-teen', 'receipt-unknown'] },
      };
      expect(await found('children')).toEqual(children);
      expect(await found('others')).toEqual(others);
      const all = await found(undefined);
      expect(all.sessions.length + all.faces.length + all.cases.length).toBe(3 + 4 + 4);
      expect(await tx.guardianConsents.recordedBefore(NOON - 1, 9)).toEqual([]);
      expect((await tx.guardianConsents.recordedBefore(NOON, 2)).length).toBe(2);
    });
  });

  test('sessions are found by the face that they name', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.sessions.insert(aSession('one', { referenceId: 'face' }));
      await tx.sessions.insert(aSession('two', { referenceId: 'face', clientId: 'shop' }));
      await tx.sessions.insert(aSession('three', { referenceId: 'other' }));
      const list = await tx.sessions.list({ clientId: 'bank', referenceId: 'face' });
      expect(names(list.map(({ session }) => session))).toEqual(['one']);
    });
  });

  test('tries go by their scope and by their session', async ({ store }) => {
    await store.transaction(async (tx) => {
      await tx.attempts.insert([
        anAttempt('one'),
        anAttempt('one', { scope: 'reference:bank:7' }),
        anAttempt('two'),
        anAttempt('two', { scope: 'reference:bank:8' }),
      ]);
      expect(await tx.attempts.deleteOfSession(idOf('one'))).toBe(2);
      expect(await tx.attempts.deleteOfSession(idOf('one'))).toBe(0);
      expect(await tx.attempts.deleteOfScope('subject:bank:7')).toBe(1);
      expect(await tx.attempts.countedSince('subject:bank:7', 0)).toEqual([]);
      expect((await tx.attempts.countedSince('reference:bank:8', 0)).length).toBe(1);
    });
  });

  test('jobs about a session that wait are dropped, and no others', async ({ store, waitingJobs }) => {
    await store.transaction(async (tx) => {
      await tx.jobs.enqueue('judge', { sessionId: idOf('one') }, { key: idOf('one') });
      await tx.jobs.enqueue('platform', { sessionId: idOf('one') }, { delayMs: 60_000 });
      await tx.jobs.enqueue('judge', { sessionId: idOf('two') });
      await tx.sessions.insert(aSession('one'));
      await tx.webhooks.insertDelivery(aDelivery('notice', 'one'));
      await tx.jobs.enqueue('notify', { deliveryId: idOf('notice') });
      await tx.jobs.enqueue('notify', { deliveryId: idOf('other') });
      await tx.jobs.enqueue('forget', { deletionId: idOf('one') });
    });
    await store.transaction(async (tx) => {
      expect(await tx.jobs.dropOfSession(idOf('one'))).toBe(3);
      expect(await tx.jobs.dropOfSession(idOf('one'))).toBe(0);
    });
    expect((await waitingJobs()).map(({ name }) => name).sort()).toEqual(['forget', 'judge', 'notify']);
  });
}
