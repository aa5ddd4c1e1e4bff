import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '@huoti/protocol';
import { openTestApp, type TestApp } from '../support/openTestApp.js';

let service: TestApp;
beforeAll(async () => {
  service = await openTestApp();
});
afterAll(() => service.app.close());

describe('GET /v1/sessions/{id}/checks', () => {
  it('is empty before there is a verdict', async () => {
    const { sessionId } = await service.client('trace');
    const answer = await service.call(await service.key(), { url: `/v1/sessions/${sessionId}/checks` });
    expect([answer.statusCode, answer.json()]).toEqual([200, { state: 'issued', checks: [] }]);
  });

  it('is not told to the client of the session: it would teach how to pass', async () => {
    const client = await service.client('trace');
    expect((await client.call('/checks')).statusCode).toBe(401);
  });

  it("another client's session is as unknown as none", async () => {
    const { sessionId } = await service.client('trace');
    const key = await service.key('another-bank');
    for (const id of [sessionId, 'a'.repeat(22)]) {
      const answer = await service.call(key, { url: `/v1/sessions/${id}/checks` });
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'SESSION_UNKNOWN']);
    }
  });
});
