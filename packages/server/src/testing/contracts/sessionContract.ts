import type { SessionRow } from '../../ports/rows.js';
import type { SessionFilter } from '../../ports/Store.js';
import {
  aConsent,
  aDelivery,
  aFullSession,
  aPart,
  aPlatformCheck,
  aSession,
  aVerdict,
  idOf,
  NOON,
} from './contractRows.js';
import type { StoreHarness, StoreSuite } from './StoreHarness.js';

const insertAll = ({ store }: StoreHarness, rows: readonly SessionRow[]): Promise<void> =>
  store.transaction(async (tx) => {
    for (const row of rows) await tx.sessions.insert(row);
  });
const names = (rows: readonly { readonly id: string }[]): string[] =>
  rows.map(({ id }) => id.replace(/_+$/, ''));

/** Sessions: what goes in comes out, what is asked for is found, and what is deleted is gone. */
export function sessionContract({ test, expect }: StoreSuite): void {
  test('a session comes back as it went in, empty or full', async (harness) => {
    const rows = [aSession('empty'), aFullSession('full')];
    await insertAll(harness, rows);
    for (const row of rows) {
      await harness.store.transaction(async (tx) => {
        expect(await tx.sessions.get(row.id)).toEqual(row);
        expect(await tx.sessions.getForUpdate(row.id)).toEqual(row);
      });
    }
    expect(await harness.store.transaction((tx) => tx.sessions.get(idOf('nobody')))).toBe(null);
  });

  test('an update changes the columns it names, null included, and no other row', async (harness) => {
    const { id, ...changes } = aFullSession('one');
    await insertAll(harness, [aSession('one'), aSession('two')]);
    await harness.store.transaction((tx) => tx.sessions.update(id, changes));
    const after = await harness.store.transaction(async (tx) => {
      await tx.sessions.update(id, { host: null, requestedPictures: null });
      await tx.sessions.update(id, {});
      await tx.sessions.update(idOf('nobody'), { state: 'expired' });
      return [await tx.sessions.get(id), await tx.sessions.get(idOf('two'))];
    });
    expect(after).toEqual([{ ...aFullSession('one'), host: null, requestedPictures: null }, aSession('two')]);
  });

  test('a list is newest first, filtered, and goes on where the last page ended', async (harness) => {
    await insertAll(harness, [
      aSession('a', { issuedAtMs: NOON, subject: 's1' }),
      aSession('b', { issuedAtMs: NOON + 1, clientId: 'shop' }),
      aSession('c', { issuedAtMs: NOON + 1, state: 'decided', subject: 's1' }),
      aSession('d', { issuedAtMs: NOON + 1, state: 'decided' }),
      aSession('e', { issuedAtMs: NOON + 2, state: 'decided' }),
    ]);
    await harness.store.transaction(async (tx) => {
      await tx.verdicts.insertOnce(aVerdict('c'));
      await tx.verdicts.insertOnce(aVerdict('d', { verified: false, reason: 'NO_FACE' }));
    });
    const listed = async (filter: SessionFilter): Promise<string[]> => {
      const rows = await harness.store.transaction((tx) => tx.sessions.list(filter));
      return names(rows.map(({ session }) => session));
    };
    expect(await listed({})).toEqual(['e', 'd', 'c', 'b', 'a']);
    expect(await listed({ limit: 2 })).toEqual(['e', 'd']);
    expect(await listed({ limit: 2, before: { issuedAtMs: NOON + 1, id: idOf('d') } })).toEqual(['c', 'b']);
    expect(await listed({ clientId: 'bank', subject: 's1' })).toEqual(['c', 'a']);
    expect(await listed({ state: 'decided' })).toEqual(['e', 'd', 'c']);
    expect(await listed({ reason: 'NO_FACE' })).toEqual(['d']);
    expect(await listed({ reason: 'none' })).toEqual(['c']);
    const [, withVerdict] = await harness.store.transaction((tx) => tx.sessions.list({ limit: 2 }));
    expect(withVerdict?.verdict).toEqual(aVerdict('d', { verified: false, reason: 'NO_FACE' }));
  });

  test('a list gives 200 sessions at most, whatever is asked for', async (harness) => {
    await insertAll(
      harness,
      Array.from({ length: 201 }, (_, at) => aSession(`s${String(at)}`)),
    );
    const rows = await harness.store.transaction((tx) => tx.sessions.list({ limit: 1_000_000 }));
    expect(rows.length).toBe(200);
  });

  test('overdue sessions are the open ones past their time, oldest first', async (harness) => {
    await insertAll(harness, [
      aSession('late', { expiresAtMs: NOON }),
      aSession('later', { expiresAtMs: NOON - 5, state: 'begun' }),
      aSession('open', { expiresAtMs: NOON + 1 }),
      aSession('done', { expiresAtMs: NOON - 9, state: 'completed' }),
    ]);
    await harness.store.transaction(async (tx) => {
      expect(names(await tx.sessions.overdue(NOON, 9))).toEqual(['later', 'late']);
      expect(names(await tx.sessions.overdue(NOON, 1))).toEqual(['later']);
    });
  });

  test('undecided sessions are those whose evidence lies there since long', async (harness) => {
    await insertAll(harness, [
      aSession('waits', { state: 'completed', completedAtMs: NOON - 1 }),
      aSession('new', { state: 'completed', completedAtMs: NOON }),
      aSession('decided', { state: 'decided', completedAtMs: NOON - 1 }),
    ]);
    const rows = await harness.store.transaction((tx) => tx.sessions.undecided(NOON, 9));
    expect(names(rows)).toEqual(['waits']);
  });

  test('ended sessions are found by age and by policy', async (harness) => {
    const strict = { ...aSession('x').policy, name: 'strict' };
    await insertAll(harness, [
      aSession('old', { state: 'decided', issuedAtMs: NOON - 2 }),
      aSession('older', { state: 'expired', issuedAtMs: NOON - 3, policy: strict }),
      aSession('open', { state: 'begun', issuedAtMs: NOON - 9 }),
      aSession('new', { state: 'decided', issuedAtMs: NOON }),
    ]);
    await harness.store.transaction(async (tx) => {
      expect(names(await tx.sessions.endedBefore(NOON, 9))).toEqual(['older', 'old']);
      expect(names(await tx.sessions.endedBefore(NOON, 9, { only: ['strict'] }))).toEqual(['older']);
      expect(names(await tx.sessions.endedBefore(NOON, 9, { except: ['strict'] }))).toEqual(['old']);
      expect(names(await tx.sessions.endedBefore(NOON, 9, { except: [] }))).toEqual(['older', 'old']);
      expect(names(await tx.sessions.endedBefore(NOON, 9, { only: [] }))).toEqual([]);
    });
  });

  test('a deleted session takes its verdict, platform check, parts and deliveries along, and no others; its receipt stays', async (harness) => {
    await insertAll(harness, [aSession('gone'), aSession('kept')]);
    await harness.store.transaction(async (tx) => {
      for (const session of ['gone', 'kept']) {
        await tx.verdicts.insertOnce(aVerdict(session));
        await tx.consents.insert(aConsent(session));
        await tx.platformChecks.insert(aPlatformCheck(session));
        await tx.parts.put(aPart(session));
        await tx.webhooks.insertDelivery(aDelivery(`d-${session}`, session));
      }
    });
    await harness.store.transaction(async (tx) => {
      await tx.sessions.delete(idOf('gone'));
      await tx.sessions.delete(idOf('gone'));
    });
    const left = await harness.store.transaction(async (tx) => {
      const found = [];
      for (const session of ['gone', 'kept']) {
        found.push([
          (await tx.sessions.get(idOf(session))) !== null,
          (await tx.verdicts.get(idOf(session))) !== null,
          (await tx.consents.get(idOf(`receipt-${session}`))) !== null,
          (await tx.platformChecks.get(idOf(session))) !== null,
          (await tx.parts.list(idOf(session))).length,
          (await tx.webhooks.getDelivery(idOf(`d-${session}`))) !== null,
        ]);
      }
      return found;
    });
    expect(left).toEqual([
      [false, false, true, false, 0, false],
      [true, true, true, true, 1, true],
    ]);
  });

  test('ended sessions are counted by day in UTC, by host and by how they ended', async (harness) => {
    const midnight = Date.UTC(2026, 0, 16);
    const host = aFullSession('x').host;
    const ended = (name: string, changes: Partial<SessionRow> = {}): SessionRow =>
      aSession(name, { state: 'decided', host, ...changes });
    await insertAll(harness, [
      ended('in1'),
      ended('in2'),
      ended('next-day', { issuedAtMs: midnight }),
      ended('refused', { issuedAtMs: midnight - 1 }),
      ended('device', { host: null }),
      ended('never-begun', { state: 'expired', host: null }),
      ended('walked-away', { state: 'expired', begunAtMs: NOON }),
      ended('other-client', { clientId: 'shop' }),
      aSession('open', { state: 'begun' }),
      ended('too-late', { issuedAtMs: midnight + 10 }),
    ]);
    await harness.store.transaction(async (tx) => {
      for (const name of ['in1', 'in2', 'next-day', 'other-client']) {
        await tx.verdicts.insertOnce(aVerdict(name));
      }
      await tx.verdicts.insertOnce(aVerdict('refused', { verified: false, reason: 'NO_FACE' }));
      await tx.verdicts.insertOnce(aVerdict('device', { verified: false, assurance: 'device-only' }));
    });
    const counts = await harness.store.transaction((tx) =>
      tx.sessions.countByDay(NOON, midnight + 10, 'bank'),
    );
    const of = (day: string, kind: string, outcome: string, count: number) => ({
      day,
      host: kind,
      outcome,
      count,
    });
    expect(counts).toEqual([
      of('2026-01-15', 'browser', 'NO_FACE', 1),
      of('2026-01-15', 'browser', 'dropped:begun', 1),
      of('2026-01-15', 'browser', 'verified', 2),
      of('2026-01-15', 'unknown', 'completed', 1),
      of('2026-01-15', 'unknown', 'dropped:issued', 1),
      of('2026-01-16', 'browser', 'verified', 1),
    ]);
    const everybody = await harness.store.transaction((tx) => tx.sessions.countByDay(NOON, midnight));
    expect(everybody.find(({ outcome }) => outcome === 'verified')?.count).toBe(3);
  });
}
