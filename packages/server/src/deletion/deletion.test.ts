import { beforeEach, describe, expect, it } from '@jest/globals';
import { enrolReference } from '../references/enrolReference.js';
import { beginPlan } from '../sessions/beginPlan.js';
import { issueSession } from '../sessions/issueSession.js';
import { recordConsent } from '../sessions/recordConsent.js';
import { ensureSubject } from '../subjects/ensureSubject.js';
import { pseudonymOf } from '../subjects/pseudonymOf.js';
import { idOf } from '../testing/contracts/contractRows.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { livePerson, nameReader, placesOf } from '../testing/deletion/livePerson.js';
import { answered, driveSession, TEST_BEGIN, TEST_CONSENT } from '../testing/driveSession.js';
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
    await livePerson(context, 'ben');
    const others = sizes();
    const bens = placesOf(context, 'ben');
    await livePerson(context, 'anna');
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
    expect(placesOf(context, 'anna')).toEqual([]);
    expect(placesOf(context, 'ben')).toEqual(bens);
    for (const id of [...sessionIds, ...receiptIds]) {
      expect(placesOf(context, id).filter((table) => table !== 'audit')).toEqual([]);
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
    await livePerson(context, 'anna');
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
    await livePerson(context, 'anna');
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
    await livePerson(context, 'anna');
    await livePerson(context, 'ben');
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
    await livePerson(context, 'anna');
    const open = [...context.store.tables.sessions.values()].find(
      ({ subject, state }) => subject === 'anna' && state === 'issued',
    );
    const { id: deletionId } = await forget();
    const begin = (request: object) => issueSession(context, { ...BANK, request });
    expect(codeOf(await begin({ subject: 'anna' }))).toBe('CONFLICT');
    expect(codeOf(await begin({ referenceId: 'anna-face' }))).toBe('CONFLICT');
    const picture = Uint8Array.of(1);
    expect(
      codeOf(
        await enrolReference(context, {
          ...BANK,
          id: 'second',
          subject: 'anna',
          picture,
          reader: nameReader,
        }),
      ),
    ).toBe('CONFLICT');
    const sessionId = open?.id ?? '';
    expect(codeOf(await recordConsent(context, { sessionId, request: TEST_CONSENT }))).toBe('CONFLICT');
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).not.toBe('ok');
    await runDeletion(context, { deletionId });
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).toBe('SESSION_UNKNOWN');
    expect(codeOf(await begin({ subject: 'anna' }))).toBe('ok');
  });

  it('gives a person who comes back another pseudonym', async () => {
    await livePerson(context, 'anna');
    const { id: deletionId, pseudonym } = await forget();
    await runDeletion(context, { deletionId });
    const again = await ensureSubject(context, { ...BANK, subject: 'anna' });
    expect(again.pseudonym).not.toBe(pseudonym);
  });

  it('ends a session of somebody else that was to be compared with the face, and lets its verdict be', async () => {
    await livePerson(context, 'anna');
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
    expect(placesOf(context, 'nobody')).toEqual([]);
    expect(codeOf(await runDeletion(context, { deletionId: 'none' }))).toBe('NOT_FOUND');
  });

  it('drops jobs about its sessions, and leaves those of others', async () => {
    await livePerson(context, 'anna');
    await livePerson(context, 'ben');
    const { id: deletionId } = await forget();
    await runDeletion(context, { deletionId });
    const ids = new Set(context.store.tables.sessions.keys());
    const jobs = context.store.jobs.filter(({ name }) => name === 'judge');
    expect(jobs.length).toBe(2);
    expect(jobs.every(({ data }) => 'sessionId' in data && ids.has(data.sessionId))).toBe(true);
  });
});
