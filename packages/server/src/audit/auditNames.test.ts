import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { createNotice } from '@huoti/privacy';
import { syntheticTemplate } from '@huoti/embedder/testing';
import { createTestKey } from '../testing/createTestKey.js';
import { authenticateClient } from '../clients/authenticateClient.js';
import { dpopNonce } from '../clients/dpopNonce.js';
import { forgetSubject } from '../deletion/forgetSubject.js';
import { runDeletion } from '../deletion/runDeletion.js';
import { auditGrounds } from '../grounds/auditGrounds.js';
import { recordGuardianConsent } from '../guardians/recordGuardianConsent.js';
import { withdrawGuardianConsent } from '../guardians/withdrawGuardianConsent.js';
import { auditClearance } from '../hosts/auditClearance.js';
import { createApiKey } from '../keys/createApiKey.js';
import { revokeApiKey } from '../keys/revokeApiKey.js';
import { rotateApiKey } from '../keys/rotateApiKey.js';
import { judgePlatform } from '../platform/judgePlatform.js';
import { comparePictures } from '../references/comparePictures.js';
import { deleteReference } from '../references/deleteReference.js';
import { enrolReference } from '../references/enrolReference.js';
import { revokeTemplate } from '../references/revokeTemplate.js';
import { expire } from '../retention/expire.js';
import { exportArchive } from '../rights/archive/exportArchive.js';
import { closeRightsCase } from '../rights/cases/closeRightsCase.js';
import { openRightsCase } from '../rights/cases/openRightsCase.js';
import { exportPortable } from '../rights/portable/exportPortable.js';
import { portableKey } from '../rights/portable/portableKey.js';
import { correctSubject } from '../rights/subjects/correctSubject.js';
import { liftRestriction } from '../rights/subjects/liftRestriction.js';
import { restrictSubject } from '../rights/subjects/restrictSubject.js';
import { withdrawConsents } from '../rights/subjects/withdrawConsents.js';
import { rotateMasterKey } from '../sealing/rotateMasterKey.js';
import { beginPlan } from '../sessions/beginPlan.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestMasterKeys } from '../testing/createTestMasterKeys.js';
import { answered, driveSession, TEST_BEGIN } from '../testing/driveSession.js';
import { readAuditLog } from '../testing/readAuditLog.js';
import { createPlatformBench, drivePlatform, TEST_IDENTITY } from '../testing/platform/drivePlatform.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { deliverWebhook } from '../webhooks/deliverWebhook.js';
import { disableWebhook } from '../webhooks/disableWebhook.js';
import { redeliverWebhook } from '../webhooks/redeliverWebhook.js';
import { registerWebhook } from '../webhooks/registerWebhook.js';
import { chainAudit } from './chainAudit.js';
import { verifyAudit } from './verify/verifyAudit.js';

const DAY_MS = 86_400_000;
/** In every name that the integrator has for a person, a reference, a guardian or a paper: none of them may get into the log. */
const MARK = 'zhang7788';
const SUBJECT = `person-${MARK}`;
const FACE = `face-${MARK}`;
const BANK = { clientId: 'bank', actor: 'key:k' } as const;

/** Done by others than the functions of this package, or where nothing here can bring it about; each has a test of its own. */
const ELSEWHERE = new Set([
  // A plan whose begin is tried too often, and a template of the release before: sessions/beginPlan, references/revocation.
  'session-burn',
  'reference-turn',
  // Import of a document of another service: rights/portable.
  'portable-import',
  // After years: audit/chainAudit, retention.
  'audit-cut',
  'receipts-delete',
  'reference-expire',
  'subject-expire',
]);

const SOURCES = fileURLToPath(new URL('..', import.meta.url));

/** Every action that a call in the sources can write. */
function actionsOfSources(): Set<string> {
  const actions = new Set<string>();
  for (const path of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.endsWith('.test.ts') || path.startsWith('testing')) continue;
    for (const call of callsIn(readFileSync(join(SOURCES, path), 'utf8'))) {
      const [, words = ''] = /\baction:([^,}]*)/.exec(call) ?? [];
      for (const [, action = ''] of words.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)) actions.add(action);
    }
  }
  return actions;
}

/** The text of each call of writeAudit, up to its closing bracket. */
function callsIn(source: string): string[] {
  return [...source.matchAll(/\bwriteAudit\(tx,/g)].map(({ index }) => {
    let depth = 0;
    let end = index;
    do {
      if (source[end] === '(') depth += 1;
      if (source[end] === ')') depth -= 1;
      end += 1;
    } while (depth > 0 || source[end - 1] !== ')');
    return source.slice(index, end);
  });
}

const reader = {
  read: async () => ({ kind: 'one' as const, template: syntheticTemplate('anna'), quality: 1 }),
};
const picture = new TextEncoder().encode(`picture of ${MARK}`);

/** A service in which all has happened that leaves a line in the log. */
async function liveThroughAll() {
  const bench = await createPlatformBench({
    settings: {
      webhooks: { allowedHosts: ['bank.example'], maxTries: 1 },
      legalGrounds: ['public-interest'],
      wechatFaceClearance: 'contract 17',
    },
  });
  const { context } = bench;
  const { store, random, time } = context;
  const judge = createScriptedJudge();
  await auditClearance(context);
  await auditGrounds(context);
  // Keys and webhooks.
  const { row: apiKey } = await createApiKey(context, BANK);
  await rotateApiKey(context, { keyId: apiKey.id });
  await revokeApiKey(context, { keyId: apiKey.id });
  const { endpointId } = answered(await registerWebhook(context, { ...BANK, url: 'https://bank.example/' }));
  // Faces.
  const enrol = () => enrolReference(context, { ...BANK, id: FACE, subject: SUBJECT, picture, reader });
  answered(await enrol());
  answered(await enrol());
  const faces = { first: { picture }, second: { referenceId: FACE } };
  answered(await comparePictures(context, { ...BANK, ...faces, reader }));
  answered(await revokeTemplate(context, { ...BANK, id: FACE }));
  // Sessions: decided, on a ground in law, run out, of a platform.
  const request = { subject: SUBJECT, referenceId: FACE };
  const { sessionId, clientToken } = await driveSession(context, { request });
  await judgeSession(context, { sessionId, judge });
  const [delivery] = store.tables.deliveries.values();
  const post = async () => ({ kind: 'answered' as const, status: 500 });
  await deliverWebhook(context, { deliveryId: delivery?.id ?? '', post });
  answered(await redeliverWebhook(context, { ...BANK, deliveryId: delivery?.id ?? '' }));
  answered(await disableWebhook(context, { ...BANK, endpointId }));
  const legalGround = { ground: 'public-interest' as const, reference: 'order 17' };
  await driveSession(context, { request: { ...request, legalGround }, until: 'begun' });
  const open = await driveSession(context, { request, until: 'issued' });
  const proofKey = await createTestKey();
  const url = `https://huoti.example/v1/sessions/${open.sessionId}`;
  const nonce = dpopNonce(context);
  const proof = await proofKey.prove({ method: 'GET', url, token: open.clientToken, nonce });
  await authenticateClient(context, {
    sessionId: open.sessionId,
    authorization: `DPoP ${open.clientToken}`,
    proof,
    method: 'GET',
    url,
  });
  const onWeChat = await driveSession(context, { request: { subject: SUBJECT }, until: 'consented' });
  const host = { ...TEST_BEGIN.host, kind: 'wechat-web-view' as const };
  answered(await beginPlan(context, { sessionId: onWeChat.sessionId, request: { ...TEST_BEGIN, host } }));
  const onPlatform = await drivePlatform(bench, { request: { subject: SUBJECT } });
  await judgePlatform(context, { sessionId: onPlatform.sessionId, verifier: bench.verifier });
  expect(clientToken).not.toBe('');
  // Guardians.
  const deployment = context.settings.privacy;
  const signedAtMs = time.nowMs();
  const { policyVersion, textHash } = createNotice({
    deployment,
    level: 'frames',
    comparison: false,
    language: 'en',
    atMs: signedAtMs,
  });
  const { receiptId } = answered(
    await recordGuardianConsent(context, {
      ...BANK,
      request: {
        subject: SUBJECT,
        guardian: `guardian-${MARK}`,
        document: `paper-${MARK}`,
        level: 'frames',
        policyVersion,
        textHash,
        language: 'en',
        signedAtMs,
      },
    }),
  ).body;
  answered(await withdrawGuardianConsent(context, { ...BANK, receiptId }));
  // Rights.
  const ask = async (kind: 'access' | 'portability' | 'correct' | 'delete') =>
    answered(await openRightsCase(context, { ...BANK, subject: SUBJECT, kind })).rightsCase.id;
  const whom = { ...BANK, subject: SUBJECT };
  const access = await ask('access');
  const { archive } = answered(await exportArchive(context, { ...BANK, caseId: access }));
  for await (const piece of archive.pieces) expect(piece.length).toBeGreaterThanOrEqual(0);
  const portability = await ask('portability');
  const { open: recipient } = await portableKey(context);
  answered(await exportPortable(context, { ...BANK, caseId: portability, recipient }));
  const note = `spoke to ${MARK}`;
  answered(await closeRightsCase(context, { ...BANK, caseId: access, outcome: 'done', note }));
  answered(
    await closeRightsCase(context, { ...BANK, caseId: await ask('correct'), outcome: 'refused', note }),
  );
  answered(await correctSubject(context, { ...whom, ageBand: 'teen' }));
  answered(await correctSubject(context, { ...whom, ageBand: 'adult' }));
  await driveSession(context, { request, until: 'consented' });
  answered(await restrictSubject(context, whom));
  answered(await liftRestriction(context, whom));
  answered(await enrol());
  await driveSession(context, { request, until: 'begun' });
  answered(await withdrawConsents(context, whom));
  answered(await enrol());
  answered(await deleteReference(context, { ...BANK, id: FACE }));
  // The keys, the clock, and the end.
  await driveSession(context, { request: { subject: SUBJECT }, until: 'issued' });
  time.advanceBy(DAY_MS);
  await expire(context);
  await judgeSession(context, {
    sessionId: (await driveSession(context, { request: { subject: SUBJECT } })).sessionId,
    judge,
  });
  time.advanceBy(100 * DAY_MS);
  await expire(context);
  answered(await enrol());
  await driveSession(context, { request: { subject: SUBJECT }, until: 'issued' });
  const before = await readAuditLog(store);
  await chainAudit(context, { signNow: true });
  const deletion = answered(await forgetSubject(context, { ...whom, caseId: await ask('delete') })).deletion;
  answered(await runDeletion(context, { deletionId: deletion.id }));
  const masterKeys = createTestMasterKeys({ random, ids: ['test-1', 'new'], currentId: 'new' });
  await rotateMasterKey({ ...context, masterKeys });
  await chainAudit(context, { signNow: true });
  return { context, before, log: await readAuditLog(store) };
}

describe('the audit log', () => {
  it('holds no name of a person, a reference, a guardian or a paper, whatever happens', async () => {
    const { context, before, log } = await liveThroughAll();
    const seen = new Set(log.entries.map(({ action }) => action));
    const missing = [...actionsOfSources()].filter((action) => !seen.has(action) && !ELSEWHERE.has(action));
    // A new kind of entry is added to what is lived through above.
    expect(missing).toEqual([]);
    const told = log.entries.filter((entry) => JSON.stringify(entry).includes(MARK));
    expect(told).toEqual([]);
    for (const secret of Object.values(TEST_IDENTITY)) {
      expect(JSON.stringify(log.entries)).not.toContain(secret);
    }
    // Nor bytes: the longest fact is a hash, a note of a webhook or what an operator wrote into the settings.
    for (const { facts, object } of log.entries) {
      for (const fact of [object, ...Object.values(facts)])
        expect(String(fact).length).toBeLessThanOrEqual(200);
    }

    // The person is gone with the key, and the chain still holds, with all that was ever written about them.
    expect(context.store.tables.subjects.size).toBe(0);
    const { ok, entries } = await verifyAudit({ ...log, keys: context.auditSigner.jwks().keys });
    expect({ ok, entries }).toEqual({ ok: true, entries: log.entries.length });
    const lines = log.entries.slice(0, before.entries.length);
    expect(lines.map(({ id, pseudonym }) => [id, pseudonym])).toEqual(
      before.entries.map(({ id, pseudonym }) => [id, pseudonym]),
    );
  });

  it('is written by no call that names a subject or a reference', () => {
    const calls = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('testing'))
      .flatMap((path) => callsIn(readFileSync(join(SOURCES, path), 'utf8')).map((call) => ({ path, call })));
    expect(calls.length).toBeGreaterThan(40);
    const naming = calls.filter(({ call }) =>
      /\bsubject\b|\breferenceId\b|\bguardian\b(?!:)|\bnote\b|\bidentity\b/.test(
        call.replace(/'[^']*'/g, ''),
      ),
    );
    expect(naming.map(({ path, call }) => `${path}: ${call.slice(0, 120)}`)).toEqual([]);
  });
});
