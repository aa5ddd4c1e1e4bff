import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { WebhookDeliveryRow, WebhookEndpointRow } from '../ports/rows.js';
import type { WebhookAnswer, WebhookPost } from '../ports/WebhookPost.js';
import { openBytes } from '../sealing/openBytes.js';
import { openDataKey } from '../sealing/openDataKey.js';
import { endpointSeal } from './endpointSeal.js';
import { retryDelayMs } from './retryDelayMs.js';
import { webhookMessage } from './webhookMessage.js';

/** What {@link deliverWebhook} takes. */
export interface DeliverWebhookOptions {
  deliveryId: string;
  post: WebhookPost;
  signal?: AbortSignal;
}

/** Longest note of what came back, in characters. */
const LONGEST_NOTE = 200;

/**
 * The job `notify`: sends one notice. Anything but a 2xx is tried again, later and later, until it is dead. It may be sent
 * twice: its `webhook-id` stays the same.
 *
 * @returns where the notice stands now
 *
 * Refused: NOT_FOUND for a notice that is gone with its session.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault, whatever `post` throws; ABORTED
 * @example await deliverWebhook(context, { deliveryId, post, signal });
 */
export async function deliverWebhook(
  context: ServerContext,
  { deliveryId, post, signal }: DeliverWebhookOptions,
): Promise<Answer<{ state: WebhookDeliveryRow['state'] }>> {
  const { store, time } = context;
  const found = await store.transaction(async (tx) => {
    const delivery = await tx.webhooks.getDelivery(deliveryId);
    return delivery && { delivery, endpoint: await tx.webhooks.getEndpoint(delivery.endpointId) };
  });
  if (!found) return refused('NOT_FOUND', 'there is no such notice');
  const { delivery, endpoint } = found;
  if (delivery.state !== 'pending') return { ok: true, state: delivery.state };
  const waitMs = delivery.nextAtMs - time.nowMs();
  if (waitMs > 0) {
    // A job that came early, after a sweep or a clock that went back.
    await store.transaction((tx) =>
      tx.jobs.enqueue('notify', { deliveryId }, { delayMs: waitMs, key: deliveryId }),
    );
    return { ok: true, state: 'pending' };
  }
  const answer = await send(context, { delivery, endpoint, post, signal });
  const isTaken = answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
  const lastAnswer = answer.kind === 'answered' ? String(answer.status) : answer.why.slice(0, LONGEST_NOTE);
  const tries = delivery.tries + 1;
  const isHopeless = endpoint === null || endpoint.disabledAtMs !== null;

  return store.transaction(async (tx) => {
    const now = await tx.webhooks.getDelivery(deliveryId);
    if (now?.state !== 'pending') return { ok: true, state: now?.state ?? 'dead' };
    const isLast = isHopeless || tries >= context.settings.webhooks.maxTries;
    const state = isTaken ? 'delivered' : isLast ? 'dead' : 'pending';
    const delayMs = retryDelayMs({ tries, settings: context.settings.webhooks, random: context.random });
    const nextAtMs = state === 'pending' ? time.nowMs() + delayMs : delivery.nextAtMs;
    await tx.webhooks.updateDelivery(deliveryId, { state, tries, lastAnswer, nextAtMs });
    if (state === 'pending') await tx.jobs.enqueue('notify', { deliveryId }, { delayMs, key: deliveryId });
    if (state === 'dead') {
      await writeAudit(tx, context, {
        action: 'webhook-dead',
        object: deliveryId,
        facts: { tries, lastAnswer },
      });
    }
    return { ok: true, state };
  });
}

async function send(
  context: ServerContext,
  {
    delivery,
    endpoint,
    post,
    signal,
  }: {
    delivery: WebhookDeliveryRow;
    endpoint: WebhookEndpointRow | null;
    post: WebhookPost;
    signal: AbortSignal | undefined;
  },
): Promise<WebhookAnswer> {
  if (endpoint === null || endpoint.disabledAtMs !== null) {
    return { kind: 'failed', why: 'the endpoint is disabled' };
  }
  const key = await openDataKey(context, endpoint.dataKeyId);
  const boundTo = endpointSeal(endpoint.clientId, endpoint.id);
  const secret = openBytes({ key, sealed: endpoint.secret, boundTo });
  const request = webhookMessage({ delivery, url: endpoint.url, secret, nowMs: context.time.nowMs() });
  return post(request, signal ? { signal } : {});
}
