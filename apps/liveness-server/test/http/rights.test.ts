import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { syntheticTemplate } from '@huoti/embedder/testing';
import type { Problem } from '@huoti/protocol';
import { createApiKey, type FaceReader } from '@huoti/server';
import { createTestContext, keepPerson } from '@huoti/server/testing';
import { unzipSync } from 'fflate';
import { openTestApp, type TestApp } from '../support/openTestApp.js';

const reader: FaceReader = {
  read: (bytes) =>
    Promise.resolve({
      kind: 'one',
      template: syntheticTemplate(Buffer.from(bytes).toString()),
      quality: 0.8,
    }),
};

let service: TestApp;
let key: string;
beforeAll(async () => {
  service = await openTestApp({ faceReader: reader });
  key = await service.key();
});
afterAll(() => service.app.close());

interface CaseView {
  readonly caseId: string;
  readonly state: string;
  readonly dueAtMs: number;
  readonly workingDaysLeft: number | null;
}
const codeOf = (answer: { statusCode: number; json: <T>() => T }) => [
  answer.statusCode,
  answer.json<Problem>().code,
];
const post = (url: string, payload: object, apiKey = key) =>
  service.call(apiKey, { method: 'POST', url, payload });
const opened = async (subject: string, kind = 'access', apiKey = key) =>
  (await post('/v1/rights-requests', { subject, kind }, apiKey)).json<CaseView>();

describe('rights requests', () => {
  it('are opened once, listed, looked at and answered', async () => {
    const first = await post('/v1/rights-requests', { subject: 'anna', kind: 'access' });
    expect(first.statusCode).toBe(201);
    const { caseId, dueAtMs } = first.json<CaseView>();
    expect(first.json()).toMatchObject({ state: 'open', workingDaysLeft: 15, closedAtMs: null });
    const again = await post('/v1/rights-requests', { subject: 'anna', kind: 'access' });
    expect([again.statusCode, again.json<CaseView>().caseId]).toEqual([200, caseId]);
    const early = await post('/v1/rights-requests', {
      ...{ subject: 'ben', kind: 'correct', receivedAtMs: service.context.time.nowMs() - 7 * 86_400_000 },
    });
    expect(early.json<CaseView>().dueAtMs).toBeLessThan(dueAtMs);
    const list = await service.call(key, { url: '/v1/rights-requests?state=open' });
    expect(list.json<{ cases: CaseView[] }>().cases.map((one) => one.caseId)).toEqual([
      early.json<CaseView>().caseId,
      caseId,
    ]);
    const closed = await post(`/v1/rights-requests/${caseId}/close`, {
      outcome: 'refused',
      note: 'not anna',
    });
    expect(closed.json()).toMatchObject({ state: 'refused', workingDaysLeft: null });
    // The note is the operator's own.
    expect(closed.body).not.toContain('not anna');
    const url = `/v1/rights-requests/${caseId}`;
    expect((await service.call(key, { url })).json()).toEqual(closed.json());
    expect(codeOf(await post(`${url}/close`, { outcome: 'done' }))).toEqual([409, 'CONFLICT']);
  });

  it('give the archive as a file that is kept nowhere', async () => {
    const picture = Uint8Array.from([0xff, 0xd8, 0xff, 1, 2, 3]);
    const [id = ''] = await keepPerson(service.context, {
      subject: 'clara',
      sessions: [{ pictures: [picture] }],
    });
    const { caseId } = await opened('clara');
    const answer = await service.call(key, { url: `/v1/rights-requests/${caseId}/archive?language=en` });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="huoti-[\w-]+\.zip"$/);
    expect(answer.headers['cache-control']).toBe('no-store');
    const files = unzipSync(answer.rawPayload);
    expect(Object.keys(files)).toContain(`pictures/${id}/picture-0-0.jpg`);
    expect(Buffer.from(files['index.html'] ?? []).toString()).toContain('<html lang="en"');
    expect(
      codeOf(await service.call(key, { url: `/v1/rights-requests/${caseId}/archive?language=xx` })),
    ).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('stop and allow the use of what is kept, and put the age right', async () => {
    await keepPerson(service.context, { subject: 'dora' });
    const url = '/v1/subjects/dora/restriction';
    const put = await service.call(key, { method: 'PUT', url });
    expect([put.statusCode, put.json()]).toEqual([200, { restrictedAtMs: service.context.time.nowMs() }]);
    expect(codeOf(await post('/v1/sessions', { subject: 'dora' }))).toEqual([403, 'RESTRICTED']);
    expect((await service.call(key, { method: 'DELETE', url })).statusCode).toBe(204);
    expect((await post('/v1/sessions', { subject: 'dora' })).statusCode).toBe(201);
    const patched = await service.call(key, {
      ...{ method: 'PATCH', url: '/v1/subjects/dora', payload: { ageBand: 'teen' } },
    });
    expect(patched.json()).toEqual({ subject: 'dora', ageBand: 'teen' });
  });

  it('refuse to compare the face of whoever asked that it be used for nothing', async () => {
    await service.call(key, {
      method: 'PUT',
      url: '/v1/references/eva-face?subject=eva',
      payload: Buffer.from('eva'),
      headers: { 'content-type': 'image/jpeg' },
    });
    const compare = () =>
      post('/v1/compare', {
        first: { referenceId: 'eva-face' },
        second: { picture: Buffer.from('eva').toString('base64') },
      });
    expect((await compare()).statusCode).toBe(200);
    await service.call(key, { method: 'PUT', url: '/v1/subjects/eva/restriction' });
    expect(codeOf(await compare())).toEqual([403, 'RESTRICTED']);
    // It is kept all the same.
    expect([...service.context.store.tables.references.values()].map(({ id }) => id)).toEqual(['eva-face']);
  });

  it('carry a person from one service to another', async () => {
    const other = await openTestApp();
    const otherKey = await other.key('shop');
    const { caseId } = await opened('finn', 'portability');
    const recipient = (await other.call(otherKey, { url: '/v1/portable-key' })).json<object>();
    const document = await post(`/v1/rights-requests/${caseId}/portable`, { recipient });
    expect([document.statusCode, document.headers['content-type']]).toEqual([200, 'application/jose']);
    const senderKeys = (await service.app.inject({ url: '/.well-known/jwks.json' })).json<object>();
    const taken = await other.call(otherKey, {
      method: 'POST',
      url: '/v1/portable-imports',
      payload: { document: document.body, subject: 's-1', sourceSubject: 'finn', senderKeys },
    });
    expect([taken.statusCode, taken.json()]).toMatchObject([201, { subject: 's-1', references: [] }]);
    // To itself it was not sealed.
    const back = await post('/v1/portable-imports', {
      ...{ document: document.body, subject: 'finn', sourceSubject: 'finn', senderKeys },
    });
    expect(codeOf(back)).toEqual([400, 'PROTOCOL_MALFORMED']);
    await other.app.close();
  });
});

describe('hostile requests about rights', () => {
  const FOREIGN = { subject: 'greta', caseId: '' };
  let shopKey: string;
  beforeAll(async () => {
    shopKey = await service.key('shop');
    await keepPerson(service.context, { clientId: 'shop', subject: FOREIGN.subject });
    FOREIGN.caseId = (await opened(FOREIGN.subject, 'portability', shopKey)).caseId;
  });

  it.each([
    ['GET', () => `/v1/rights-requests/${FOREIGN.caseId}`, undefined],
    ['GET', () => `/v1/rights-requests/${FOREIGN.caseId}/archive`, undefined],
    ['POST', () => `/v1/rights-requests/${FOREIGN.caseId}/close`, { outcome: 'done' }],
    [
      'POST',
      () => `/v1/rights-requests/${FOREIGN.caseId}/portable`,
      { recipient: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } },
    ],
    ['PUT', () => `/v1/subjects/${FOREIGN.subject}/restriction`, undefined],
    ['DELETE', () => `/v1/subjects/${FOREIGN.subject}/restriction`, undefined],
    ['PATCH', () => `/v1/subjects/${FOREIGN.subject}`, { ageBand: 'adult' }],
  ] as const)(
    '%s of another client’s is a 404 that says no more than for nobody’s',
    async (method, url, payload) => {
      const call = (path: string) =>
        service.call(key, { method, url: path, ...(payload === undefined ? {} : { payload }) });
      const foreign = await call(url());
      const nobody = await call(
        url().replace(FOREIGN.caseId, 'x'.repeat(22)).replace(FOREIGN.subject, 'nobody'),
      );
      expect(codeOf(foreign)).toEqual([404, 'NOT_FOUND']);
      const { instance: _, ...said } = foreign.json<Problem>();
      expect(nobody.json()).toMatchObject(said);
    },
  );

  it('without the scope get nowhere', async () => {
    const weak = await service.key('bank', ['sessions', 'references', 'compare', 'webhooks']);
    const { caseId } = await opened('hanna');
    for (const [method, url] of [
      ['POST', '/v1/rights-requests'],
      ['GET', '/v1/rights-requests'],
      ['GET', `/v1/rights-requests/${caseId}`],
      ['GET', `/v1/rights-requests/${caseId}/archive`],
      ['POST', `/v1/rights-requests/${caseId}/close`],
      ['POST', `/v1/rights-requests/${caseId}/portable`],
      ['GET', '/v1/portable-key'],
      ['POST', '/v1/portable-imports'],
      ['PUT', '/v1/subjects/hanna/restriction'],
      ['DELETE', '/v1/subjects/hanna/restriction'],
      ['PATCH', '/v1/subjects/hanna'],
    ] as const) {
      expect([url, codeOf(await service.call(weak, { method, url }))]).toEqual([url, [403, 'FORBIDDEN']]);
      const stranger = await service.app.inject({ method, url });
      expect([url, codeOf(stranger)]).toEqual([url, [401, 'UNAUTHENTICATED']]);
    }
  });

  it.each([
    ['/v1/rights-requests', { subject: 'anna', kind: 'forget' }],
    ['/v1/rights-requests', { subject: '../anna', kind: 'access' }],
    ['/v1/rights-requests', { subject: 'anna', kind: 'access', receivedAtMs: 'now' }],
    ['/v1/rights-requests', { subject: 'anna', kind: 'access', receivedAtMs: 1e15 }],
    ['/v1/rights-requests', { subject: 'anna', kind: 'access', clientId: 'shop' }],
    ['/v1/rights-requests', []],
    [`/v1/rights-requests/${'x'.repeat(22)}/close`, { outcome: 'maybe' }],
    [`/v1/rights-requests/${'x'.repeat(22)}/close`, { outcome: 'done', actor: 'operator:1' }],
    ['/v1/rights-requests/..%2f/close', { outcome: 'done' }],
    ['/v1/portable-imports', { document: '', subject: 'a', sourceSubject: 'a', senderKeys: { keys: [] } }],
    [
      '/v1/portable-imports',
      { document: 'a.b.c.d.e', subject: 'a', sourceSubject: 'a', senderKeys: { keys: {} } },
    ],
  ])('%s with %j is not read', async (url, payload) => {
    expect(codeOf(await post(url, payload))).toEqual([400, 'INVALID_ARGUMENT']);
  });

  it('too large are cut off before they are read', async () => {
    for (const [url, size] of [
      ['/v1/rights-requests', 5_000],
      [`/v1/rights-requests/${'x'.repeat(22)}/close`, 5_000],
      [`/v1/rights-requests/${'x'.repeat(22)}/portable`, 5_000],
      ['/v1/portable-imports', 2_200_000],
    ] as const) {
      const answer = await post(url, { note: 'x'.repeat(size) });
      expect([url, codeOf(answer)]).toEqual([url, [413, 'PAYLOAD_TOO_LARGE']]);
    }
  });

  it('of one client never see the log, the cases or the name of another', async () => {
    const list = await service.call(key, { url: '/v1/rights-requests?limit=500' });
    expect(list.body).not.toContain(FOREIGN.caseId);
    expect(list.body).not.toContain(FOREIGN.subject);
    const { caseId } = await opened(FOREIGN.subject);
    const archive = await service.call(key, { url: `/v1/rights-requests/${caseId}/archive` });
    const data = JSON.parse(Buffer.from(unzipSync(archive.rawPayload)['data.json'] ?? []).toString()) as {
      sessions: unknown[];
    };
    expect(data.sessions).toEqual([]);
  });

  it('leave no name of a person in the log', async () => {
    expect(service.lines.join('\n')).not.toMatch(/anna|clara|greta|not anna/);
  });
});

describe('an API key that is made without scopes', () => {
  it('has the scope of rights, as it has all others', async () => {
    const context = await createTestContext();
    const { row } = await createApiKey(context, { clientId: 'bank' });
    expect(row.scopes).toContain('rights');
  });
});
