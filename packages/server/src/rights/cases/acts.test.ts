import { beforeEach, describe, expect, it } from '@jest/globals';
import { syntheticTemplate } from '@huoti/embedder/testing';
import type { RightsKind } from '@huoti/protocol';
import { runDeletion } from '../../deletion/runDeletion.js';
import type { FaceReader } from '../../ports/FaceReader.js';
import { enrolReference } from '../../references/enrolReference.js';
import { beginPlan } from '../../sessions/beginPlan.js';
import { issueSession } from '../../sessions/issueSession.js';
import { recordConsent } from '../../sessions/recordConsent.js';
import { createTestContext, type TestContext } from '../../testing/createTestContext.js';
import { createScriptedJudge } from '../../testing/createScriptedJudge.js';
import { answered, driveSession, TEST_BEGIN, TEST_CONSENT } from '../../testing/driveSession.js';
import { aGuardianConsent } from '../../testing/contracts/privacyRows.js';
import { judgeSession } from '../../verdicts/judgeSession.js';
import { correctSubject } from '../subjects/correctSubject.js';
import { liftRestriction } from '../subjects/liftRestriction.js';
import { restrictSubject } from '../subjects/restrictSubject.js';
import { withdrawConsents } from '../subjects/withdrawConsents.js';
import { closeRightsCase } from './closeRightsCase.js';
import { openRightsCase } from './openRightsCase.js';

const WHOM = { clientId: 'bank', subject: 'anna' } as const;
const reader: FaceReader = {
  read: async (bytes) => ({
    kind: 'one',
    template: syntheticTemplate(new TextDecoder().decode(bytes)),
    quality: 0.8,
  }),
};

let context: TestContext;
beforeEach(async () => {
  context = await createTestContext();
});

const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const asked = async (kind: RightsKind): Promise<string> =>
  answered(await openRightsCase(context, { ...WHOM, kind })).rightsCase.id;
const done = async (kind: RightsKind) =>
  closeRightsCase(context, { caseId: await asked(kind), outcome: 'done', actor: 'key:k1' });
const enrol = (id: string, subject: string) =>
  enrolReference(context, {
    ...{ clientId: 'bank', id, subject, reader },
    picture: new TextEncoder().encode(subject),
  });
const subjectRow = () => context.store.transaction((tx) => tx.subjects.get('bank', 'anna'));
const stateOf = async (id: string) => (await context.store.transaction((tx) => tx.sessions.get(id)))?.state;
const decided = async (subject: string): Promise<string> => {
  const { sessionId } = await driveSession(context, { request: { subject } });
  await judgeSession(context, { sessionId, judge: createScriptedJudge() });
  return sessionId;
};

/** Sessions of a person in every state, and one of another person. */
async function live() {
  answered(await enrol('anna-face', 'anna'));
  const { sessionId: other } = await driveSession(context, { until: 'begun', request: { subject: 'ben' } });
  const sessions = { decided: await decided('anna') } as Record<string, string>;
  for (const until of ['issued', 'begun', 'completed'] as const) {
    sessions[until] = (await driveSession(context, { until, request: { subject: 'anna' } })).sessionId;
  }
  // Names nobody, but the face is anna's.
  const unnamed = await driveSession(context, { until: 'begun', request: { referenceId: 'anna-face' } });
  return { ...sessions, unnamed: unnamed.sessionId, other };
}

describe('a withdrawal', () => {
  it('takes back every consent, ends what is open, deletes the enrolled face, and leaves what was decided', async () => {
    const ids: Record<string, string> = await live();
    await context.store.transaction((tx) => tx.guardianConsents.insert(aGuardianConsent('anna')));
    const keysBefore = new Set(context.store.tables.dataKeys.keys());
    answered(await done('withdraw'));

    const { consents, guardianConsents, references } = context.store.tables;
    const ofAnna = [...consents.values()].filter(({ subject }) => subject === 'anna');
    expect(ofAnna.length).toBeGreaterThanOrEqual(3);
    expect(ofAnna.every(({ withdrawnAtMs }) => withdrawnAtMs === context.time.nowMs())).toBe(true);
    expect([...guardianConsents.values()].map(({ withdrawnAtMs }) => withdrawnAtMs)).toEqual([
      context.time.nowMs(),
    ]);
    expect(references.size).toBe(0);
    for (const id of ['issued', 'begun', 'completed', 'unnamed']) {
      expect([id, await stateOf(ids[id] ?? '')]).toEqual([id, 'expired']);
    }
    expect(await stateOf(ids['decided'] ?? '')).toBe('decided');
    expect(context.store.tables.verdicts.has(ids['decided'] ?? '')).toBe(true);
    expect(await stateOf(ids['other'] ?? '')).toBe('begun');
    expect(
      [...consents.values()].filter((one) => one.subject === 'ben' && one.withdrawnAtMs !== null),
    ).toEqual([]);
    // The face's keys are gone with it: what a backup holds of the row can't be opened.
    const gone = [...keysBefore].filter((id) => !context.store.tables.dataKeys.has(id));
    expect(gone.length).toBeGreaterThanOrEqual(1);
    expect((await subjectRow())?.withdrawnAtMs).toBe(context.time.nowMs());
  });

  it('lets a new consent count again, and no old one', async () => {
    const { sessionId } = await driveSession(context, { until: 'consented', request: { subject: 'anna' } });
    context.time.advanceBy(1000);
    answered(await done('withdraw'));
    expect(codeOf(await beginPlan(context, { sessionId, request: TEST_BEGIN }))).not.toBe('ok');
    context.time.advanceBy(1000);
    const { body } = answered(
      await issueSession(context, { clientId: 'bank', request: { subject: 'anna' } }),
    );
    expect(codeOf(await beginPlan(context, { sessionId: body.sessionId, request: TEST_BEGIN }))).toBe(
      'CONSENT_REQUIRED',
    );
    answered(await recordConsent(context, { sessionId: body.sessionId, request: TEST_CONSENT }));
    expect(codeOf(await beginPlan(context, { sessionId: body.sessionId, request: TEST_BEGIN }))).toBe('ok');
  });

  it('is written down once, with how much it took back and no name', async () => {
    await live();
    answered(await done('withdraw'));
    const rows = await context.store.transaction((tx) => tx.audit.list({ action: 'consent-withdraw' }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ actor: 'key:k1', facts: { sessions: 4, references: 1 } });
    expect(JSON.stringify(rows)).not.toContain('anna');
  });

  it('without a case is refused for a stranger’s person', async () => {
    await live();
    expect(codeOf(await withdrawConsents(context, { clientId: 'shop', subject: 'anna' }))).toBe('NOT_FOUND');
    expect((await subjectRow())?.withdrawnAtMs).toBeNull();
  });
});

describe('a restriction', () => {
  it('lets nothing new be done, and keeps what there is', async () => {
    const ids: Record<string, string> = await live();
    const before = {
      references: context.store.tables.references.size,
      parts: context.store.tables.parts.size,
      consents: context.store.tables.consents.size,
    };
    answered(await done('restrict'));
    expect((await subjectRow())?.restrictedAtMs).toBe(context.time.nowMs());
    for (const id of ['issued', 'begun', 'completed', 'unnamed']) {
      expect([id, await stateOf(ids[id] ?? '')]).toEqual([id, 'expired']);
    }
    const { references, parts, consents } = context.store.tables;
    expect({ references: references.size, parts: parts.size, consents: consents.size }).toEqual(before);
    expect(await stateOf(ids['other'] ?? '')).toBe('begun');
    const issued = await issueSession(context, { clientId: 'bank', request: { subject: 'anna' } });
    expect(codeOf(issued)).toBe('RESTRICTED');
  });

  it('is lifted by a call of its own, and each is written down once', async () => {
    await live();
    const at = answered(await restrictSubject(context, WHOM)).restrictedAtMs;
    context.time.advanceBy(5000);
    expect(answered(await restrictSubject(context, WHOM)).restrictedAtMs).toBe(at);
    expect(answered(await liftRestriction(context, WHOM)).wasRestricted).toBe(true);
    expect(answered(await liftRestriction(context, WHOM)).wasRestricted).toBe(false);
    const issued = await issueSession(context, { clientId: 'bank', request: { subject: 'anna' } });
    expect(codeOf(issued)).toBe('ok');
    const actions = await context.store.transaction((tx) => tx.audit.list({ limit: 1000 }));
    expect(actions.filter(({ action }) => /restrict/.test(action)).map(({ action }) => action)).toEqual([
      'subject-unrestrict',
      'subject-restrict',
    ]);
  });

  it('is of one client’s person alone', async () => {
    await live();
    expect(codeOf(await restrictSubject(context, { clientId: 'shop', subject: 'anna' }))).toBe('NOT_FOUND');
    expect(codeOf(await liftRestriction(context, { clientId: 'shop', subject: 'anna' }))).toBe('NOT_FOUND');
    expect(codeOf(await restrictSubject(context, { clientId: 'bank', subject: 'nobody' }))).toBe('NOT_FOUND');
    expect((await subjectRow())?.restrictedAtMs).toBeNull();
  });
});

describe('a correction', () => {
  it('puts the age band right, and says what it was', async () => {
    await live();
    answered(await correctSubject(context, { ...WHOM, ageBand: 'child', actor: 'key:k1' }));
    expect((await subjectRow())?.ageBand).toBe('child');
    answered(await correctSubject(context, { ...WHOM, ageBand: 'child' }));
    const rows = await context.store.transaction((tx) => tx.audit.list({ action: 'subject-correct' }));
    expect(rows.map(({ facts }) => facts)).toEqual([{ from: expect.anything(), to: 'child' }]);
    expect(codeOf(await correctSubject(context, { ...WHOM, ageBand: 'old' as 'adult' }))).toBe(
      'INVALID_ARGUMENT',
    );
    expect(
      codeOf(await correctSubject(context, { clientId: 'shop', subject: 'anna', ageBand: 'teen' })),
    ).toBe('NOT_FOUND');
  });
});

describe('a deletion', () => {
  it('runs from the answer on and closes the case when nothing is left', async () => {
    await live();
    const caseId = await asked('delete');
    expect(codeOf(await closeRightsCase(context, { caseId, outcome: 'done', note: 'as asked' }))).toBe(
      'INVALID_ARGUMENT',
    );
    const { rightsCase } = answered(
      await closeRightsCase(context, { caseId, outcome: 'done', actor: 'key:k1' }),
    );
    expect(rightsCase).toMatchObject({ state: 'running', closedAtMs: null });
    // Sent again it is the same deletion, and nothing new about the person is taken meanwhile.
    expect(answered(await closeRightsCase(context, { caseId, outcome: 'done' })).rightsCase.deletionId).toBe(
      rightsCase.deletionId,
    );
    expect(codeOf(await closeRightsCase(context, { caseId, outcome: 'refused', note: 'no' }))).toBe(
      'CONFLICT',
    );
    expect(codeOf(await openRightsCase(context, { ...WHOM, kind: 'access' }))).toBe('CONFLICT');
    await runDeletion(context, { deletionId: rightsCase.deletionId ?? '' });
    const after = await context.store.transaction((tx) => tx.rightsCases.get(caseId));
    expect(after).toMatchObject({ state: 'done', subject: null, note: null, closedBy: 'key:k1' });
    expect(await subjectRow()).toBeNull();
  });

  it('that is refused deletes nothing', async () => {
    await live();
    const caseId = await asked('delete');
    answered(await closeRightsCase(context, { caseId, outcome: 'refused', note: 'kept by law until 2027' }));
    expect(context.store.tables.deletions.size).toBe(0);
    expect(context.store.tables.references.size).toBe(1);
  });
});
