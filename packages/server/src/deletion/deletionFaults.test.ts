import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ServerContext } from '../context/ServerContext.js';
import { aGuardianConsent } from '../testing/contracts/privacyRows.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { livePerson, placesOf } from '../testing/deletion/livePerson.js';
import { answered } from '../testing/driveSession.js';
import { dyingContext } from '../testing/dyingContext.js';
import { forkContext } from '../testing/forkContext.js';
import { registerWebhook } from '../webhooks/registerWebhook.js';
import { forgetSubject } from './forgetSubject.js';
import { runDeletion } from './runDeletion.js';

let context: TestContext;
const BANK = { clientId: 'bank' } as const;
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const forget = async () => answered(await forgetSubject(context, { ...BANK, subject: 'anna' })).deletion;

/** A person as she stands when her deletion has begun. */
let begun: TestContext;
let forgotten: string;
beforeAll(async () => {
  context = await createTestContext({ settings: { webhooks: { allowedHosts: ['bank.example'] } } });
  await registerWebhook(context, { ...BANK, url: 'https://bank.example/' });
  await livePerson(context, 'anna');
  forgotten = (await forget()).id;
  begun = context;
});

describe('a deletion', () => {
  const nothingLeft = (): void => {
    expect(placesOf(context, 'anna')).toEqual([]);
    const { sessions, parts, verdicts, consents, references, attempts, dataKeys, subjects } =
      context.store.tables;
    const rows = [sessions, parts, verdicts, consents, references, attempts, subjects];
    expect(rows.map(({ size }) => size)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(context.blobs.blobs.size).toBe(0);
    // That of the endpoint, and that of the nonces.
    expect(dataKeys.size).toBe(2);
  };
  const started = async (): Promise<string> => {
    context = await forkContext(begun);
    return forgotten;
  };

  it('is finished by the next run wherever one was killed, and counts everything once', async () => {
    let counts: unknown;
    for (let calls = 0; ; calls += 1) {
      const deletionId = await started();
      const killed = await runDeletion(dyingContext(context, calls), { deletionId, batch: 2 }).then(
        () => false,
        () => true,
      );
      const { deletion } = answered(await runDeletion(context, { deletionId, batch: 2 }));
      nothingLeft();
      counts ??= deletion.counts;
      expect(deletion.counts).toEqual(counts);
      if (!killed) {
        expect(calls).toBeGreaterThan(60);
        return;
      }
    }
  });

  it('is finished by the next run wherever one was aborted', async () => {
    for (let calls = 1; ; calls += 3) {
      const deletionId = await started();
      const abort = new AbortController();
      let left = calls;
      const { store } = context;
      const counting: ServerContext = {
        ...context,
        store: {
          specificationVersion: 'v1',
          transaction: (work) => {
            left -= 1;
            if (left === 0) abort.abort();
            return store.transaction(work);
          },
        },
      };
      const ended = await runDeletion(counting, { deletionId, batch: 2, signal: abort.signal }).then(
        () => 'done',
        (error: unknown) => (error as { code?: string }).code,
      );
      await runDeletion(context, { deletionId });
      nothingLeft();
      if (!abort.signal.aborted) return;
      // Aborted in its very last transaction, it may have been done.
      expect(['ABORTED', 'done']).toContain(ended);
    }
  });

  it('may run twice at once', async () => {
    const deletionId = await started();
    const runs = await Promise.all([1, 2, 3].map(() => runDeletion(context, { deletionId, batch: 3 })));
    expect(runs.map(codeOf)).toEqual(['ok', 'ok', 'ok']);
    nothingLeft();
    const written = [...context.store.tables.audit.values()].filter((row) => row.action === 'subject-delete');
    expect(written).toHaveLength(1);
    expect(context.store.tables.deletions.get(deletionId)?.counts).toMatchObject({
      sessions: 5,
      references: 1,
    });
  });

  it('finds what was written in the moment it began', async () => {
    const deletionId = await started();
    const { store } = context;
    let transactions = 0;
    const racing: ServerContext = {
      ...context,
      store: {
        specificationVersion: 'v1',
        transaction: async (work) => {
          transactions += 1;
          // Just when the sessions are gone another one's transaction commits that had begun before the deletion.
          if (transactions === 20) {
            await store.transaction((tx) =>
              tx.guardianConsents.insert(aGuardianConsent('anna', { receiptId: 'late' })),
            );
          }
          return store.transaction(work);
        },
      },
    };
    const { deletion } = answered(await runDeletion(racing, { deletionId, batch: 500 }));
    expect(transactions).toBeGreaterThan(25);
    expect(deletion.state).toBe('done');
    nothingLeft();
  });
});
