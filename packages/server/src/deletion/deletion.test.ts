import { beforeEach, describe, expect, it } from '@jest/globals';
import { syntheticTemplate } from '@huoti/embedder/testing';
import type { ServerContext } from '../context/ServerContext.js';
import type { FaceReader } from '../ports/FaceReader.js';
import { enrolReference } from '../references/enrolReference.js';
import { beginPlan } from '../sessions/beginPlan.js';
import { issueSession } from '../sessions/issueSession.js';
import { recordConsent } from '../sessions/recordConsent.js';
import { ensureSubject } from '../subjects/ensureSubject.js';
import { pseudonymOf } from '../subjects/pseudonymOf.js';
import { idOf } from '../testing/contracts/contractRows.js';
import { aGuardianConsent, aRightsCase } from '../testing/contracts/privacyRows.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered, driveSession, TEST_BEGIN, TEST_CONSENT } from '../testing/driveSession.js';
import { dyingContext } from '../testing/dyingContext.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { registerWebhook } from '../webhooks/registerWebhook.js';
import { forgetSubject } from './forgetSubject.js';
import { runDeletion } from './runDeletion.js';

let context: TestContext;
const DAY_MS = 86_400_000;
const BANK = { clientId: 'bank' } as const;
const CASES = { anna: idOf('case-1'), ben: idOf('case-2') };
const CASE = CASES.anna;
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';

/** Shows whoever the bytes name. */
const reader: FaceReader = {
  read: async (bytes) => ({
    kind: 'one',
    template: syntheticTemplate(new TextDecoder().decode(bytes), { noise: 0.1 }),
    quality: 0.8,
  }),
};

/** A person with all that there can be of one: decided, open and referring sessions, a face, papers, cases. */
async function live(subject: string): Promise<void> {
  const picture = new TextEncoder().encode(subject);
  const id = `${subject}-face`;
  answered(await enrolReference(context, { ...BANK, id, picture, reader }));
  await context.store.transaction(async (tx) => {
    const row = await tx.references.get('bank', id);
    if (row) await tx.references.put({ ...row, subject });
  });
  const { sessionId } = await driveSession(context, {
    request: { subject, referenceId: `${subject}-face` },
  });
  await judgeSession(context, { sessionId, judge: createScriptedJudge() });
  await driveSession(context, { until: 'issued', request: { subject } });
  await driveSession(context, { until: 'uploaded', request: { subject } });
  await driveSession(context, { request: { subject } });
  // Names nobody, but the face is the person's.
  await driveSession(context, { until: 'begun', request: { referenceId: `${subject}-face` } });
  await ensureSubject(context, { ...BANK, subject });
  await context.store.transaction(async (tx) => {
    await tx.guardianConsents.insert(aGuardianConsent(subject));
    await tx.rightsCases.insert(
      aRightsCase(subject === 'anna' ? 'case-1' : 'case-2', {
        subject,
        kind: 'delete',
        note: `${subject} wrote`,
      }),
    );
    await tx.rightsCases.insert(
      aRightsCase(subject === 'anna' ? 'access-1' : 'access-2', { subject, note: `${subject} rang` }),
    );
  });
}

/** Every row and blob in which a word stands, by table; keys that are not the others' count as well. */
function placesOf(word: string): string[] {
  const { blobs } = context.blobs;
  const tables = Object.entries(context.store.tables) as [string, ReadonlyMap<unknown, unknown>][];
  return [
    ...tables.flatMap(([name, rows]) =>
      [...rows].filter((entry) => JSON.stringify(entry).includes(word)).map(() => name),
    ),
    ...[...blobs.keys()].filter((key) => key.includes(word)).map(() => 'blobs'),
  ];
}

const forget = async (subject = 'anna', more: object = {}) =>
  answered(await forgetSubject(context, { ...BANK, subject, ...more })).deletion;
const sizes = () => {
  const { sessions, parts, verdicts, consents, references, attempts, dataKeys, deliveries } =
    context.store.tables;
  return {
    ...{ sessions: sessions.size, parts: parts.size, verdicts: verdicts.size, consents: consents.size },
    ...{ references: references.size, attempts: attempts.size, dataKeys: dataKeys.size },
    ...{ deliveries: deliveries.size, blobs: context.blobs.blobs.size },
  };
};

beforeEach(async () => {
  context = await createTestContext({ settings: { webhooks: { allowedHosts: ['bank.example'] } } });
  await registerWebhook(context, { ...BANK, url: 'https://bank.example/' });
});

describe('the deletion of a person', () => {
  it('leaves nothing of the person, and all of the other one', async () => {
    await live('ben');
    const others = sizes();
    const bens = placesOf('ben');
    await live('anna');
    const sessionIds = [...context.store.tables.sessions.values()]
      .filter(({ subject, referenceId }) => subject === 'anna' || referenceId === 'anna-face')
      .map(({ id }) => id);
    const receiptIds = [...context.store.tables.consents.values()]
      .filter(({ sessionId }) => sessionIds.includes(sessionId))
      .map(({ receiptId }) => receiptId);
    expect([sessionIds.length, receiptIds.length]).toEqual([5, 4]);
    const pseudonym = await pseudonymOf(context, { ...BANK, subject: 'anna' });

    const { id: deletionId } = await forget('anna', { caseId: CASE, actor: 'key:1' });
    const { deletion } = answered(await runDeletion(context, { deletionId, batch: 2 }));

    expect(sizes()).toEqual(others);
    expect(placesOf('anna').filter((table) => table !== 'audit')).toEqual([]);
    expect(placesOf('ben')).toEqual(bens);
    for (const id of [...sessionIds, ...receiptIds]) {
      expect(placesOf(id).filter((table) => table !== 'audit')).toEqual([]);
    }
    expect(deletion).toMatchObject({ subject: null, pseudonym, state: 'done', caseId: CASE });
    expect(deletion.counts).toMatchObject({
      sessions: 5,
      receipts: 4,
      references: 1,
      guardianConsents: 1,
      cases: 2,
    });
    expect(deletion.counts['pictures']).toBeGreaterThan(8);
    expect(deletion.counts['evidence']).toBeGreaterThan(8);
    expect(deletion.finishedAtMs).toBe(context.time.nowMs());
    // As the terms of the deployment promise.
    expect(deletion.backupsExpireAtMs).toBe(context.time.nowMs() + 30 * DAY_MS);
    expect(await pseudonymOf(context, { ...BANK, subject: 'anna' })).toBeNull();
  });

  it('answers its own case, closes the others, and takes person and notes out of them', async () => {
    await live('anna');
    const { id: deletionId } = await forget('anna', { caseId: CASE, actor: 'key:1' });
    expect(context.store.tables.rightsCases.get(CASE)).toMatchObject({ state: 'running', deletionId });
    await runDeletion(context, { deletionId });
    const nowMs = context.time.nowMs();
    expect([...context.store.tables.rightsCases.values()]).toEqual([
      expect.objectContaining({
        ...{ id: CASE, subject: null, note: null, state: 'done', closedAtMs: nowMs, closedBy: 'key:1' },
        deletionId,
      }),
      expect.objectContaining({
        ...{ subject: null, note: null, state: 'done', closedAtMs: nowMs, closedBy: 'system', deletionId },
      }),
    ]);
  });

  it('is written with its job in one transaction, and is one for a person while it runs', async () => {
    await live('anna');
    context.store.takeJobs();
    const first = await forget();
    const again = await forget('anna', { caseId: CASE });
    expect(again.id).toBe(first.id);
    expect(context.store.jobs).toEqual([
      expect.objectContaining({ name: 'forget', data: { deletionId: first.id }, key: first.id }),
    ]);
    expect(context.store.tables.deletions.size).toBe(1);
  });

  it('is no matter of another client, and of a case only of the same person that is open', async () => {
    await live('anna');
    await live('ben');
    const refused = async (caseId: string, clientId = 'bank') =>
      codeOf(await forgetSubject(context, { clientId, subject: 'anna', caseId }));
    expect(await refused('nothing')).toBe('NOT_FOUND');
    expect(await refused(CASE, 'insurer')).toBe('NOT_FOUND');
    expect(await refused(CASES.ben)).toBe('CONFLICT');
    await context.store.transaction((tx) => tx.rightsCases.update(CASE, { state: 'done', closedAtMs: 1 }));
    expect(await refused(CASE)).toBe('CONFLICT');
    expect(context.store.tables.deletions.size).toBe(0);
    const { id: deletionId } = answered(
      await forgetSubject(context, { clientId: 'insurer', subject: 'anna' }),
    ).deletion;
    await runDeletion(context, { deletionId });
    expect(
      [...context.store.tables.sessions.values()].filter(({ subject }) => subject === 'anna'),
    ).not.toEqual([]);
  });

  it('refuses everything new about the person while it runs, and takes it again afterwards', async () => {
    await live('anna');
    const open = [...context.store.tables.sessions.values()].find(
      ({ subject, state }) => subject === 'anna' && state === 'issued',
    );
    const { id: deletionId } = await forget();
    const begin = (request: object) => issueSession(context, { ...BANK, request });
    expect(codeOf(await begin({ subject: 'anna' }))).toBe('CONFLICT');
    expect(codeOf(await begin({ referenceId: 'anna-face' }))).toBe('CONFLICT');
    const sessionId = open?.id ?? '';
    expect(codeOf(await recordConsent(context, { sessionId, request: TEST_CONSENT }))).toBe('CONFLICT');
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).not.toBe('ok');
    await runDeletion(context, { deletionId });
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('SESSION_UNKNOWN');
    expect(codeOf(await begin({ subject: 'anna' }))).toBe('ok');
  });

  it('gives a person who comes back another pseudonym', async () => {
    await live('anna');
    const { id: deletionId, pseudonym } = await forget();
    await runDeletion(context, { deletionId });
    const again = await ensureSubject(context, { ...BANK, subject: 'anna' });
    expect(again.pseudonym).not.toBe(pseudonym);
  });

  it('ends a session of somebody else that was to be compared with the face, and lets its verdict be', async () => {
    await live('anna');
    const request = { subject: 'ben', referenceId: 'anna-face' };
    const done = await driveSession(context, { request });
    await judgeSession(context, { sessionId: done.sessionId, judge: createScriptedJudge() });
    const open = await driveSession(context, { until: 'uploaded', request });
    const { id: deletionId } = await forget();
    await runDeletion(context, { deletionId });
    expect(await done.row()).toMatchObject({ subject: 'ben', referenceId: null, state: 'decided' });
    // Without the face it would be decided without a comparison: the attacker has a stranger deleted to be let in.
    expect(await open.row()).toMatchObject({ subject: 'ben', referenceId: null, state: 'expired' });
    expect(context.store.tables.verdicts.has(done.sessionId)).toBe(true);
  });

  it('says that nothing was kept where nothing was', async () => {
    const { id: deletionId } = await forget('nobody');
    const { deletion } = answered(await runDeletion(context, { deletionId }));
    expect(deletion).toMatchObject({ state: 'done', counts: {} });
    expect(placesOf('nobody')).toEqual([]);
    expect(codeOf(await runDeletion(context, { deletionId: 'none' }))).toBe('NOT_FOUND');
  });

  it('drops jobs about its sessions, and leaves those of others', async () => {
    await live('anna');
    await live('ben');
    const { id: deletionId } = await forget();
    await runDeletion(context, { deletionId });
    const ids = new Set(context.store.tables.sessions.keys());
    const jobs = context.store.jobs.filter(({ name }) => name === 'judge');
    expect(jobs.length).toBe(2);
    expect(jobs.every(({ data }) => 'sessionId' in data && ids.has(data.sessionId))).toBe(true);
  });
});

describe('faults', () => {
  const nothingLeft = (): void => {
    expect(placesOf('anna').filter((table) => table !== 'audit')).toEqual([]);
    const { sessions, parts, verdicts, consents, references, attempts, dataKeys, subjects } =
      context.store.tables;
    const rows = [sessions, parts, verdicts, consents, references, attempts, subjects];
    expect(rows.map(({ size }) => size)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(context.blobs.blobs.size).toBe(0);
    // That of the endpoint, and that of the nonces.
    expect(dataKeys.size).toBe(2);
  };
  const started = async (): Promise<string> => {
    context = await createTestContext({ settings: { webhooks: { allowedHosts: ['bank.example'] } } });
    await registerWebhook(context, { ...BANK, url: 'https://bank.example/' });
    await live('anna');
    return (await forget()).id;
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
