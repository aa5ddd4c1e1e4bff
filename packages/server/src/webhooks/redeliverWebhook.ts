import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';

/** What {@link redeliverWebhook} takes. */
export interface RedeliverWebhookOptions {
  /** From the API key. */
  clientId: string;
  deliveryId: string;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

/**
 * Sends a notice that was given up once more, with all its tries.
 *
 * Refused: NOT_FOUND, for another client's too; CONFLICT for one that is not dead.
 *
 * @example await redeliverWebhook(context, { clientId: 'bank', deliveryId });
 */
export async function redeliverWebhook(
  context: Pick<ServerContext, 'store' | 'time'>,
  { clientId, deliveryId, actor = 'system' }: RedeliverWebhookOptions,
): Promise<Answer<{ deliveryId: string }>> {
  return context.store.transaction(async (tx) => {
    const delivery = await tx.webhooks.getDelivery(deliveryId);
    if (delivery?.clientId !== clientId) return refused('NOT_FOUND', 'there is no such notice');
    if (delivery.state !== 'dead') return refused('CONFLICT', `the notice is ${delivery.state}, not dead`);
    const nextAtMs = context.time.nowMs();
    await tx.webhooks.updateDelivery(deliveryId, { state: 'pending', tries: 0, nextAtMs });
    await tx.jobs.enqueue('notify', { deliveryId }, { key: deliveryId });
    await writeAudit(tx, context, { actor, action: 'webhook-redeliver', object: deliveryId });
    return { ok: true, deliveryId };
  });
}
