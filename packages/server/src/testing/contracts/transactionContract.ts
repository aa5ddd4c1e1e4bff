import { HuotiError } from '@huoti/protocol';
import type { StoreTransaction } from '../../ports/Store.js';
import { aPart, aSession, aVerdict, anAttempt, idOf, NOON } from './contractRows.js';
import { outcomeOf } from './outcomeOf.js';
import type { StoreSuite } from './StoreHarness.js';

/** Transactions at once in a race: more than a pool has connections. */
const RACERS = 20;
const racers = Array.from({ length: RACERS }, (_, at) => at);

/** All or nothing, one after another where it matters, once where it says so. */
export function transactionContract({ test, expect }: StoreSuite): void {
  test('a transaction that throws leaves nothing behind, and what it threw comes out', async (harness) => {
    const { store } = harness;
    const thrown = new HuotiError('PLAN_INVALID', 'by the code inside');
    const failed = store.transaction(async (tx) => {
      await tx.sessions.insert(aSession('one'));
      await tx.verdicts.insertOnce(aVerdict('one'));
      await tx.proofs.insertOnce('jti', NOON);
      await tx.jobs.enqueue('judge', { sessionId: idOf('one') });
      throw thrown;
    });
    expect(await failed.catch((error: unknown) => error)).toBe(thrown);
    await store.transaction(async (tx) => {
      expect(await tx.sessions.get(idOf('one'))).toBe(null);
      expect(await tx.verdicts.get(idOf('one'))).toBe(null);
      expect(await tx.proofs.insertOnce('jti', NOON)).toBe(true);
    });
    expect(await harness.waitingJobs()).toEqual([]);
  });

  test('a second row of one key is refused and takes its transaction with it', async ({ store }) => {
    await store.transaction((tx) => tx.sessions.insert(aSession('one')));
    const failed = store.transaction(async (tx) => {
      await tx.proofs.insertOnce('jti', NOON);
      await tx.sessions.insert(aSession('one', { clientId: 'shop' }));
    });
    expect(await outcomeOf(failed)).toBe('HOST_ERROR');
    await store.transaction(async (tx) => {
      expect((await tx.sessions.get(idOf('one')))?.clientId).toBe('bank');
      expect(await tx.proofs.insertOnce('jti', NOON)).toBe(true);
    });
  });

  test('what a transaction gives back comes out, and the next one sees what it wrote', async ({ store }) => {
    const result = await store.transaction(async (tx) => {
      await tx.sessions.insert(aSession('one'));
      return { answer: 42 };
    });
    expect(result).toEqual({ answer: 42 });
    expect(await store.transaction((tx) => tx.sessions.get(idOf('one')))).toEqual(aSession('one'));
  });

  test('a query after the end of its transaction is refused', async ({ store }) => {
    let kept: StoreTransaction | undefined;
    await store.transaction(async (tx) => {
      kept = tx;
      await tx.sessions.get(idOf('one'));
    });
    const late = kept?.sessions.insert(aSession('one')) ?? Promise.resolve();
    expect((await outcomeOf(late)) === 'ok').toBe(false);
    expect(await store.transaction((tx) => tx.sessions.get(idOf('one')))).toBe(null);
  });

  test('jobs appear with their transaction, and of waiting jobs with one key there is one', async (harness) => {
    const sessionId = idOf('one');
    await harness.store.transaction(async (tx) => {
      await tx.jobs.enqueue('judge', { sessionId });
      await tx.jobs.enqueue('notify', { deliveryId: idOf('d') }, { key: 'd' });
      await tx.jobs.enqueue('notify', { deliveryId: idOf('d') }, { key: 'd' });
    });
    await harness.store.transaction(async (tx) => {
      await tx.jobs.enqueue('notify', { deliveryId: idOf('d') }, { key: 'd' });
      await tx.jobs.enqueue('judge', { sessionId }, { key: 'd' });
      await tx.jobs.enqueue('judge', { sessionId });
    });
    const waiting = await harness.waitingJobs();
    const of = (name: string) => waiting.filter((job) => job.name === name).map(({ data }) => data);
    expect(of('notify')).toEqual([{ deliveryId: idOf('d') }]);
    expect(of('judge')).toEqual([{ sessionId }, { sessionId }, { sessionId }]);
  });

  test(`of ${String(RACERS)} transactions that hold one session none overwrites what another wrote`, async ({
    store,
  }) => {
    await store.transaction((tx) => tx.sessions.insert(aSession('one')));
    await Promise.all(
      racers.map((index) =>
        store.transaction(async (tx) => {
          const session = await tx.sessions.getForUpdate(idOf('one'));
          const reveals = session?.reveals ?? [];
          const reveal = { index, head: 'ab'.repeat(32), frames: 1, pictures: 1, atMs: NOON };
          await tx.sessions.update(idOf('one'), { reveals: [...reveals, reveal] });
        }),
      ),
    );
    const session = await store.transaction((tx) => tx.sessions.get(idOf('one')));
    const seen = (session?.reveals ?? []).map(({ index }) => index).sort((a, b) => a - b);
    expect(seen).toEqual(racers);
  });

  test(`of ${String(RACERS)} tries at once no more are let in than the limit`, async ({ store }) => {
    const limit = 5;
    const scopes = ['subject:bank:7', 'reference:bank:7'];
    const letIn = await Promise.all(
      racers.map((at) =>
        store.transaction(async (tx) => {
          // Each in the order that it happens to have them: that two never wait for each other is the store's matter.
          await tx.attempts.lock(at % 2 === 0 ? scopes : [...scopes].reverse());
          const counted = await tx.attempts.countedSince('subject:bank:7', 0);
          if (counted.length >= limit) return 0;
          await tx.attempts.insert(scopes.map((scope) => anAttempt(`s${String(at)}`, { scope })));
          return 1;
        }),
      ),
    );
    expect(letIn.reduce<number>((sum, one) => sum + one, 0)).toBe(limit);
  });

  test(`of ${String(RACERS)} verdicts at once one stands`, async ({ store }) => {
    await store.transaction((tx) => tx.sessions.insert(aSession('one')));
    const stood = await Promise.all(
      racers.map((at) =>
        store.transaction((tx) =>
          tx.verdicts.insertOnce(aVerdict('one', { id: idOf(`v${String(at)}`), recomputeMs: at })),
        ),
      ),
    );
    expect(stood.filter(Boolean).length).toBe(1);
    const verdict = await store.transaction((tx) => tx.verdicts.get(idOf('one')));
    expect(verdict?.recomputeMs).toBe(stood.indexOf(true));
  });

  test(`of ${String(RACERS)} uses of one proof at once one counts`, async ({ store }) => {
    const counted = await Promise.all(
      racers.map(() => store.transaction((tx) => tx.proofs.insertOnce('jti', NOON))),
    );
    expect(counted.filter(Boolean).length).toBe(1);
  });

  test(`of ${String(RACERS)} uploads of one part at once each but the last is given back once`, async ({
    store,
  }) => {
    await store.transaction((tx) => tx.sessions.insert(aSession('one')));
    const replaced = await Promise.all(
      racers.map((at) =>
        store.transaction((tx) => tx.parts.put(aPart('one', { blobKey: `blob-${String(at)}` }))),
      ),
    );
    const last = await store.transaction((tx) => tx.parts.get(idOf('one'), 'manifest'));
    const keys = [...replaced, last].flatMap((row) => (row === null ? [] : [row.blobKey]));
    expect(keys.sort()).toEqual(racers.map((at) => `blob-${String(at)}`).sort());
  });

  test('transactions that fail leave room for those that follow', async ({ store }) => {
    const outcomes = await Promise.all(
      racers.map((at) =>
        outcomeOf(
          store.transaction(async (tx) => {
            await tx.proofs.insertOnce(`jti-${String(at)}`, NOON);
            if (at % 2 === 0) throw new HuotiError('ABORTED', 'half of them');
          }),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'ok').length).toBe(RACERS / 2);
    expect(await store.transaction((tx) => tx.proofs.deleteExpired(NOON))).toBe(RACERS / 2);
  });
}
