import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArchiveData } from '@huoti/server';
import { unzipSync } from 'fflate';
import { openPostgresService, type PostgresService } from '../support/openPostgresService.js';

const LIMIT_MS = 240_000;
/** Between two looks at whether a deletion is done, ms. */
const LOOK_MS = 200;

let postgres: PostgresService;
beforeAll(async () => {
  postgres = await openPostgresService();
}, LIMIT_MS);
afterAll(() => postgres.close(), LIMIT_MS);

interface CaseView {
  readonly caseId: string;
  readonly state: string;
  readonly subject: string | null;
}

const call = (method: string, path: string, body?: object): Promise<Response> =>
  fetch(`${postgres.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${postgres.apiKey}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const numbers = async (): Promise<Record<string, number>> => {
  const text = await (await fetch(postgres.service.metricsUrl ?? '')).text();
  const found = [...text.matchAll(/^huoti_rights_cases_(\w+) (\d+)$/gm)];
  return Object.fromEntries(found.map(([, name = '', value]) => [name, Number(value)]));
};

describe('requests of people on a real Postgres', () => {
  it(
    'from many calls at once to one case, one archive, and nothing left after the deletion',
    async () => {
      expect((await call('POST', '/v1/sessions', { subject: 'anna' })).status).toBe(201);
      const many = await Promise.all(
        Array.from({ length: 8 }, () =>
          call('POST', '/v1/rights-requests', { subject: 'anna', kind: 'access' }),
        ),
      );
      expect(many.map(({ status }) => status).sort()).toEqual([...Array<number>(7).fill(200), 201]);
      const views = await Promise.all(many.map((one) => one.json() as Promise<CaseView>));
      const [{ caseId } = { caseId: '' }] = views;
      expect(new Set(views.map((one) => one.caseId)).size).toBe(1);
      expect(await numbers()).toEqual({ open: 1, overdue: 0 });

      const zip = await call('GET', `/v1/rights-requests/${caseId}/archive?language=en`);
      const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
      const data = JSON.parse(Buffer.from(files['data.json'] ?? []).toString()) as ArchiveData;
      expect(data).toMatchObject({
        subject: 'anna',
        sessions: [{ state: 'issued' }],
        cases: [{ id: caseId }],
      });
      expect(data.log.map(({ action }) => action)).toEqual(
        expect.arrayContaining(['rights-open', 'session-issue']),
      );

      // Two answers at once, of which one stands.
      const answers = await Promise.all([
        call('POST', `/v1/rights-requests/${caseId}/close`, { outcome: 'done' }),
        call('POST', `/v1/rights-requests/${caseId}/close`, { outcome: 'refused', note: 'not the person' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);

      expect((await call('PUT', '/v1/subjects/anna/restriction')).status).toBe(200);
      expect((await call('POST', '/v1/sessions', { subject: 'anna' })).status).toBe(403);

      const asked = (await (
        await call('POST', '/v1/rights-requests', { subject: 'anna', kind: 'delete' })
      ).json()) as CaseView;
      const path = `/v1/rights-requests/${asked.caseId}`;
      expect((await call('POST', `${path}/close`, { outcome: 'done' })).status).toBe(200);
      let after: CaseView;
      do {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
        after = (await (await call('GET', path)).json()) as CaseView;
      } while (after.state === 'running');
      expect(after).toMatchObject({ state: 'done', subject: null });
      // The older request is a number from now on, and leads nowhere.
      const old = await call('GET', `/v1/rights-requests/${caseId}`);
      expect(await old.json()).toMatchObject({ subject: null });
      expect((await call('GET', `/v1/rights-requests/${caseId}/archive`)).status).toBe(409);
      expect((await call('PUT', '/v1/subjects/anna/restriction')).status).toBe(404);
      expect(await numbers()).toEqual({ open: 0, overdue: 0 });
      expect(postgres.lines.join('\n')).not.toContain('anna');
    },
    LIMIT_MS,
  );
});
