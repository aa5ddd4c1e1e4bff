import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createSeededRandom } from '@huoti/core/testing';
import type { WebhookAnswer, WebhookRequest } from '../ports/WebhookPost.js';
import { createScriptedJudge } from '../testing/createScriptedJudge.js';
import { createTestContext, type TestContext } from '../testing/createTestContext.js';
import { answered, driveSession } from '../testing/driveSession.js';
import { judgeSession } from '../verdicts/judgeSession.js';
import { deliverWebhook } from './deliverWebhook.js';
import { disableWebhook } from './disableWebhook.js';
import { listDeadWebhooks } from './listDeadWebhooks.js';
import { redeliverWebhook } from './redeliverWebhook.js';
import { registerWebhook } from './registerWebhook.js';
import { retryDelayMs } from './retryDelayMs.js';

let context: TestContext;
let sent: WebhookRequest[];
const URL_OF_BANK = 'https://hooks.bank.example/huoti';
const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
const post =
  (answer: WebhookAnswer) =>
  async (request: WebhookRequest): Promise<WebhookAnswer> => {
    sent.push(request);
    return answer;
  };
const OK = post({ kind: 'answered', status: 204 });
const DOWN = post({ kind: 'failed', why: 'connection refused' });
const register = (url = URL_OF_BANK, clientId = 'bank') => registerWebhook(context, { clientId, url });

/** A decided session's one notice. */
async function decided(): Promise<{ deliveryId: string; sessionId: string }> {
  const { sessionId } = await driveSession(context);
  await judgeSession(context, { sessionId, judge: createScriptedJudge() });
  const job = context.store.takeJobs().find(({ name }) => name === 'notify');
  return { deliveryId: job?.name === 'notify' ? job.data.deliveryId : '', sessionId };
}

beforeEach(async () => {
  sent = [];
  context = await createTestContext({
    settings: { webhooks: { allowedHosts: ['hooks.bank.example'], maxTries: 3 } },
  });
});

describe('deliverWebhook', () => {
  it('sends what a receiver can verify by the secret it was given once', async () => {
    const { secret } = answered(await register());
    const { deliveryId, sessionId } = await decided();
    expect(await deliverWebhook(context, { deliveryId, post: OK })).toEqual({ ok: true, state: 'delivered' });
    const [request] = sent;
    const {
      'webhook-id': id,
      'webhook-timestamp': at,
      'webhook-signature': signature,
    } = request?.headers ?? {};
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const mac = createHmac('sha256', key).update(`${id}.${at}.${request?.body}`).digest('base64');
    expect(signature).toBe(`v1,${mac}`);
    expect(id).toBe(deliveryId);
    expect(JSON.parse(request?.body ?? '')).toEqual({
      type: 'session.decided',
      timestamp: new Date(context.time.nowMs()).toISOString(),
      data: { sessionId },
    });
  });

  it('keeps no secret in the clear', async () => {
    const { secret } = answered(await register());
    const [row] = context.store.tables.endpoints.values();
    expect(Buffer.from(row?.secret ?? []).includes(Buffer.from(secret.slice(6), 'base64'))).toBe(false);
  });

  it('sends once, however often the job runs', async () => {
    await register();
    const { deliveryId } = await decided();
    for (let count = 0; count < 3; count += 1) await deliverWebhook(context, { deliveryId, post: OK });
    expect(sent).toHaveLength(1);
  });

  it('tries again later and later, with the same id, and gives up after the last', async () => {
    await register();
    const { deliveryId } = await decided();
    const states: string[] = [];
    const waits: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      states.push(answered(await deliverWebhook(context, { deliveryId, post: DOWN })).state);
      const wait = context.store.takeJobs()[0]?.delayMs ?? 0;
      waits.push(wait);
      context.time.advanceBy(wait);
    }
    expect(states).toEqual(['pending', 'pending', 'dead']);
    expect(waits[0]).toBeGreaterThanOrEqual(5000);
    expect(waits[0]).toBeLessThanOrEqual(10_000);
    expect(waits[1]).toBeGreaterThanOrEqual(10_000);
    expect(waits[1]).toBeLessThanOrEqual(20_000);
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    const { deliveries } = answered(await listDeadWebhooks(context, { clientId: 'bank' }));
    expect(deliveries).toEqual([
      expect.objectContaining({ id: deliveryId, tries: 3, lastAnswer: 'connection refused' }),
    ]);
  });

  it.each([301, 400, 404, 410, 500])('takes the status %i for a failure', async (status) => {
    await register();
    const { deliveryId } = await decided();
    const answer = await deliverWebhook(context, { deliveryId, post: post({ kind: 'answered', status }) });
    expect(answer).toEqual({ ok: true, state: 'pending' });
  });

  it('does not send before its time, and enqueues itself for then', async () => {
    await register();
    const { deliveryId } = await decided();
    await deliverWebhook(context, { deliveryId, post: DOWN });
    const wait = context.store.takeJobs()[0]?.delayMs;
    await deliverWebhook(context, { deliveryId, post: OK });
    expect(sent).toHaveLength(1);
    expect(context.store.jobs).toEqual([expect.objectContaining({ name: 'notify', delayMs: wait })]);
  });

  it('sends a dead one again when it is asked to, and only to its own client', async () => {
    await register();
    const { deliveryId } = await decided();
    expect(codeOf(await redeliverWebhook(context, { clientId: 'bank', deliveryId }))).toBe('CONFLICT');
    for (let count = 0; count < 3; count += 1) {
      await deliverWebhook(context, { deliveryId, post: DOWN });
      context.time.advanceBy(3_600_000);
    }
    expect(codeOf(await redeliverWebhook(context, { clientId: 'insurer', deliveryId }))).toBe('NOT_FOUND');
    expect(codeOf(await redeliverWebhook(context, { clientId: 'bank', deliveryId }))).toBe('ok');
    expect(await deliverWebhook(context, { deliveryId, post: OK })).toEqual({ ok: true, state: 'delivered' });
  });

  it('sends nothing to an endpoint that was disabled', async () => {
    const { endpointId } = answered(await register());
    const { deliveryId } = await decided();
    expect(codeOf(await disableWebhook(context, { clientId: 'insurer', endpointId }))).toBe('NOT_FOUND');
    await disableWebhook(context, { clientId: 'bank', endpointId });
    expect(await deliverWebhook(context, { deliveryId, post: OK })).toEqual({ ok: true, state: 'dead' });
    expect(sent).toHaveLength(0);
    expect((await decided()).deliveryId).toBe('');
  });

  it("tells no client of another one's sessions", async () => {
    await registerWebhook(context, { clientId: 'insurer', url: URL_OF_BANK });
    expect((await decided()).deliveryId).toBe('');
  });

  it('refuses a notice that is gone', async () => {
    expect(codeOf(await deliverWebhook(context, { deliveryId: 'A'.repeat(22), post: OK }))).toBe('NOT_FOUND');
  });
});

describe('registerWebhook', () => {
  it.each([
    'http://hooks.bank.example/',
    'https://evil.example/',
    'https://hooks.bank.example.evil.example/',
    'https://user:secret@hooks.bank.example/',
    'https://127.0.0.1/',
    'ftp://hooks.bank.example/',
    'file:///etc/passwd',
    'no url',
    `https://hooks.bank.example/${'x'.repeat(3000)}`,
  ])('refuses %s', async (url) => {
    expect(codeOf(await register(url))).toBe('INVALID_ARGUMENT');
  });

  it('refuses one endpoint more than a client may have', async () => {
    for (let count = 0; count < 5; count += 1) expect(codeOf(await register())).toBe('ok');
    expect(codeOf(await register())).toBe('CONFLICT');
    expect(codeOf(await register(URL_OF_BANK, 'insurer'))).toBe('ok');
  });
});

describe('retryDelayMs', () => {
  it('doubles up to the limit, and leaves half of it to chance', () => {
    const random = createSeededRandom(3);
    const settings = { firstRetryMs: 10_000, longestRetryMs: 3_600_000 };
    for (let tries = 1; tries < 60; tries += 1) {
      const whole = Math.min(3_600_000, 10_000 * 2 ** (tries - 1));
      const waits = Array.from({ length: 50 }, () => retryDelayMs({ tries, settings, random }));
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(whole / 2);
      expect(Math.max(...waits)).toBeLessThanOrEqual(whole);
      expect(new Set(waits).size).toBeGreaterThan(40);
    }
  });
});
