import { createHmac } from 'node:crypto';
import type { WebhookDeliveryRow } from '../ports/rows.js';
import type { WebhookRequest } from '../ports/WebhookPost.js';

/** What {@link webhookMessage} takes. */
export interface WebhookMessageOptions {
  delivery: Pick<WebhookDeliveryRow, 'id' | 'event' | 'sessionId' | 'createdAtMs'>;
  url: string;
  /** 32 bytes: of the endpoint. */
  secret: Uint8Array;
  /** Of this try. */
  nowMs: number;
}

/**
 * One signed notice, as Standard Webhooks has it: `webhook-id` is the same at every try, so that a receiver can drop what it
 * has seen; `webhook-signature` is an HMAC-SHA256 over id, timestamp and body. The body names the session and what happened
 * and nothing of what came out: the receiver fetches the signed result.
 *
 * @example const request = webhookMessage({ delivery, url, secret, nowMs });
 */
export function webhookMessage({ delivery, url, secret, nowMs }: WebhookMessageOptions): WebhookRequest {
  const { id, event, sessionId, createdAtMs } = delivery;
  const timestamp = String(Math.floor(nowMs / 1000));
  const body = JSON.stringify({
    type: event,
    timestamp: new Date(createdAtMs).toISOString(),
    data: { sessionId },
  });
  const mac = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`, 'utf8').digest('base64');
  return {
    url,
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${mac}`,
    },
    body,
  };
}
