import { beforeEach, describe, expect, it } from '@jest/globals';
import { HuotiError } from '@huoti/protocol';
import { syntheticTemplate } from '@huoti/embedder/testing';
import { jwtVerify, createLocalJWKSet, type JWK } from 'jose';
import jsonwebtoken from 'jsonwebtoken';
import { createPublicKey } from 'node:crypto';
import { deleteReference } from '../references/deleteReference.js';
import { enrolReference } from '../references/enrolReference.js';
import { readResult } from '../results/readResult.js';
import { viewSession } from '../sessions/viewSession.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered, driveSession } from '../testing/driveSession.js';
import { judgeSession } from './judgeSession.js';
import { turnedReference } from '../testing/turnedReference.js';

let context: TestContext;
const reader = {
  read: async () => ({ kind: 'one' as const, template: syntheticTemplate('anna'), quality: 0.9 }),
};
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';

beforeEach(async () => {
  context = await createTestContext();
});

describe('judgeSession', () => {
  it('hands the judge what was accepted, unsealed, and what the server itself knows', async () => {
    await enrolReference(context, { clientId: 'bank', id: 'anna', picture: Uint8Array.of(1), reader });
    const driven = await driveSession(context, { request: { referenceId: 'anna' } });
    const judge = createScriptedJudge();
    await judgeSession(context, { sessionId: driven.sessionId, judge });
    const [request] = judge.requests;
    const { planHash, reveals, steps } = await driven.row();
    expect(request?.session).toMatchObject({ planHash, reveals, steps, planProblem: null });
    expect(request?.session.planClaims).toMatchObject({ sid: driven.sessionId });
    expect(request && new Map([...request.parts].sort())).toEqual(new Map([...driven.parts].sort()));
    // Turned by a key of its own: a fresh face is held against it under the same turn.
    const { turnKey = new Uint8Array(), template } = request?.reference ?? {};
    const live = turnedReference(syntheticTemplate('anna'), { turnKey });
    expect(template).toEqual(live.template);
    expect(template?.values).not.toEqual(syntheticTemplate('anna').values);
  });

  it('writes one verdict, however often and wherever the job runs', async () => {
    const { sessionId } = await driveSession(context);
    const answers = await Promise.all(
      [true, false, true].map((verified) =>
        judgeSession(context, { sessionId, judge: createScriptedJudge({ verified }) }),
      ),
    );
    expect(answers.filter((answer) => answer.ok && answer.decided)).toHaveLength(1);
    expect(await judgeSession(context, { sessionId, judge: createScriptedJudge() })).toEqual({
      ok: true,
      decided: false,
    });
    expect(context.store.tables.verdicts.size).toBe(1);
  });

  it('writes no verdict for a session that was not completed', async () => {
    const judge = createScriptedJudge();
    for (const until of ['issued', 'begun', 'uploaded'] as const) {
      const { sessionId } = await driveSession(context, { until, request: { subject: until } });
      expect(codeOf(await judgeSession(context, { sessionId, judge }))).toBe('CONFLICT');
    }
    expect(codeOf(await judgeSession(context, { sessionId: 'A'.repeat(22), judge }))).toBe('SESSION_UNKNOWN');
    expect(judge.requests).toHaveLength(0);
    expect(context.store.tables.verdicts.size).toBe(0);
  });

  it('leaves the session as it is when the machine breaks, and decides when it is mended', async () => {
    const { sessionId, row } = await driveSession(context);
    const judge = createScriptedJudge();
    judge.failWith(new HuotiError('MODEL_LOAD_FAILED', 'no weights'));
    await expect(judgeSession(context, { sessionId, judge })).rejects.toMatchObject({
      code: 'MODEL_LOAD_FAILED',
    });
    expect((await row()).state).toBe('completed');
    judge.failWith(null);
    expect(await judgeSession(context, { sessionId, judge })).toEqual({ ok: true, decided: true });
  });

  it('refuses evidence that could not be judged for a day, instead of trying for ever', async () => {
    const { sessionId } = await driveSession(context);
    context.blobs.failWith(new HuotiError('HOST_ERROR', 'disk gone'));
    const judge = createScriptedJudge();
    await expect(judgeSession(context, { sessionId, judge })).rejects.toThrow('disk gone');
    context.time.advanceBy(86_400_000);
    expect(await judgeSession(context, { sessionId, judge })).toEqual({ ok: true, decided: true });
    expect(context.store.tables.verdicts.get(sessionId)).toMatchObject({
      verified: false,
      reason: 'EVIDENCE_INCONSISTENT',
    });
  });

  it('refuses a session whose reference was deleted in the meantime', async () => {
    await enrolReference(context, { clientId: 'bank', id: 'anna', picture: Uint8Array.of(1), reader });
    const { sessionId } = await driveSession(context, { request: { referenceId: 'anna' } });
    // Judged as if no reference was named, anybody alive would pass.
    await deleteReference(context, { clientId: 'bank', id: 'anna' });
    const judge = createScriptedJudge();
    await judgeSession(context, { sessionId, judge });
    expect(judge.requests).toHaveLength(0);
    expect(context.store.tables.verdicts.get(sessionId)).toMatchObject({
      verified: false,
      reason: 'FACE_MISMATCH',
    });
  });

  it('tells the judge that a plan in the database is not one that this server signed', async () => {
    const { sessionId, plan } = await driveSession(context);
    // The attacker can write to the database and puts a plan of their own there: with another key, or with one letter changed.
    const other = await createTestContext({ seed: 2 });
    const verified = await context.signer.verify('huoti-plan+jwt', plan);
    const forged = await other.signer.sign('huoti-plan+jwt', verified.ok ? verified.claims : {});
    const [head = '', claims = '', signature = ''] = plan.split('.');
    const judge = createScriptedJudge({ verified: false, reason: 'EVIDENCE_INCONSISTENT' });
    const edited = `${head}.${Buffer.from(Buffer.from(claims, 'base64url').toString().replace('"sid"', '"xid"')).toString('base64url')}.${signature}`;
    for (const planJws of [forged, edited]) {
      await context.store.transaction((tx) => tx.sessions.update(sessionId, { planJws, state: 'completed' }));
      context.store.tables.verdicts.clear();
      await judgeSession(context, { sessionId, judge });
    }
    expect(judge.requests.map(({ session }) => session.planClaims)).toEqual([null, null]);
    expect(judge.requests.map(({ session }) => session.planProblem)).toEqual([
      'its key is none of this server',
      'signature verification failed',
    ]);
  });
});

describe('what a client learns of its verdict', () => {
  it('names a reason that a person can mend, with its gate', async () => {
    const { sessionId } = await driveSession(context);
    const judge = createScriptedJudge({ verified: false, reason: 'QUALITY_TOO_LOW', gate: 'too-dark' });
    await judgeSession(context, { sessionId, judge });
    const { body } = answered(await viewSession(context, { sessionId }));
    expect(body.outcome).toEqual({
      status: 'failed',
      reason: 'QUALITY_TOO_LOW',
      gate: 'too-dark',
      retryAfterS: null,
    });
  });

  it.each(['SPOOF_SUSPECTED', 'FACE_MISMATCH', 'EVIDENCE_INCONSISTENT', 'SIGNALS_INSUFFICIENT'] as const)(
    'does not say that it was %s',
    async (reason) => {
      const { sessionId } = await driveSession(context);
      await judgeSession(context, { sessionId, judge: createScriptedJudge({ verified: false, reason }) });
      const view = answered(await viewSession(context, { sessionId })).body;
      expect(view.outcome).toMatchObject({ status: 'failed', reason: null });
      expect(JSON.stringify(view)).not.toContain(reason);
    },
  );

  it('says no more than "completed" of a verified session', async () => {
    const { sessionId } = await driveSession(context);
    await judgeSession(context, { sessionId, judge: createScriptedJudge() });
    const view = answered(await viewSession(context, { sessionId })).body;
    expect(view.outcome).toEqual({ status: 'completed', reason: null, gate: null, retryAfterS: null });
    expect(JSON.stringify(view)).not.toContain('verified');
  });
});

describe('readResult', () => {
  const judged = async () => {
    const driven = await driveSession(context, { request: { subject: 'anna' } });
    await judgeSession(context, { sessionId: driven.sessionId, judge: createScriptedJudge() });
    return driven;
  };
  const read = async (sessionId: string) => {
    const answer = answered(await readResult(context, { clientId: 'bank', sessionId }));
    return answer.kind === 'result' ? answer.jws : '';
  };

  it('gives a JWS that two independent libraries verify by the JWKS', async () => {
    const { sessionId, evidenceHash } = await judged();
    const jws = await read(sessionId);
    const [jwk] = context.signer.jwks().keys;
    const { payload, protectedHeader } = await jwtVerify(
      jws,
      createLocalJWKSet({ keys: [{ ...jwk } as JWK] }),
      {
        algorithms: ['ES256'],
        typ: 'huoti-result+jwt',
        issuer: 'https://huoti.example',
        audience: 'bank',
        currentDate: new Date(context.time.nowMs()),
      },
    );
    expect(payload).toMatchObject({
      sid: sessionId,
      sub: 'anna',
      verified: true,
      assurance: 'recomputed',
      evidenceHash,
    });
    expect(protectedHeader.kid).toBe(jwk?.['kid']);
    const pem = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const seconds = Math.floor(context.time.nowMs() / 1000);
    expect(jsonwebtoken.verify(jws, pem, { algorithms: ['ES256'], clockTimestamp: seconds })).toMatchObject({
      sid: sessionId,
    });
  });

  it('signs anew at each fetch, for ten minutes, with the same jti', async () => {
    const { sessionId } = await judged();
    const claims = async () => {
      const verified = await context.signer.verify('huoti-result+jwt', await read(sessionId));
      return verified.ok ? verified.claims : {};
    };
    const first = await claims();
    context.time.advanceBy(3_600_000);
    const second = await claims();
    expect(second['jti']).toBe(first['jti']);
    expect(Number(second['iat']) - Number(first['iat'])).toBe(3600);
    expect(Number(second['exp']) - Number(second['iat'])).toBe(600);
  });

  it('is not there for another client, nor for one that guesses', async () => {
    const { sessionId } = await judged();
    const foreign = await readResult(context, { clientId: 'insurer', sessionId });
    expect(codeOf(foreign)).toBe('SESSION_UNKNOWN');
    expect(await readResult(context, { clientId: 'insurer', sessionId: 'A'.repeat(22) })).toEqual(foreign);
  });

  it('is pending until there is a verdict, and refused where there will be none', async () => {
    const { sessionId } = await driveSession(context);
    expect(await readResult(context, { clientId: 'bank', sessionId })).toEqual({
      ok: true,
      kind: 'pending',
      state: 'completed',
    });
    const lost = await driveSession(context, { until: 'begun', request: { subject: 'x' } });
    await context.store.transaction((tx) => tx.sessions.update(lost.sessionId, { state: 'expired' }));
    expect(codeOf(await readResult(context, { clientId: 'bank', sessionId: lost.sessionId }))).toBe(
      'SESSION_EXPIRED',
    );
  });
});
