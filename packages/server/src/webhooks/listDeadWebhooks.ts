import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { WebhookDeliveryRow } from '../ports/rows.js';

/** What {@link listDeadWebhooks} takes. */
export interface ListDeadWebhooksOptions {
  /** From the API key. */
  clientId: string;
  /** @default 50, at most 200 */
  limit?: number;
}

/**
 * Notices that were given up, newest first.
 *
 * @example const { deliveries } = await listDeadWebhooks(context, { clientId: 'bank' });
 */
export async function listDeadWebhooks(
  { store }: Pick<ServerContext, 'store'>,
  { clientId, limit = 50 }: ListDeadWebhooksOptions,
): Promise<Answer<{ deliveries: readonly WebhookDeliveryRow[] }>> {
  const asked = Math.max(1, Math.min(limit, 200));
  return { ok: true, deliveries: await store.transaction((tx) => tx.webhooks.dead(clientId, asked)) };
}
