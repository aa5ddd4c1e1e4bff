import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';

/** What {@link disableWebhook} takes. */
export interface DisableWebhookOptions {
  /** From the API key. */
  clientId: string;
  endpointId: string;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

/**
 * Stops notices to an endpoint; those that wait are not sent.
 *
 * Refused: NOT_FOUND, for another client's endpoint too.
 *
 * @example await disableWebhook(context, { clientId: 'bank', endpointId });
 */
export async function disableWebhook(
  context: Pick<ServerContext, 'store' | 'time'>,
  { clientId, endpointId, actor = 'system' }: DisableWebhookOptions,
): Promise<Answer<{ endpointId: string }>> {
  return context.store.transaction(async (tx) => {
    const isDone = await tx.webhooks.disableEndpoint(clientId, endpointId, context.time.nowMs());
    if (!isDone) return refused('NOT_FOUND', 'there is no such endpoint in use');
    await writeAudit(tx, context, { actor, action: 'webhook-disable', object: endpointId });
    return { ok: true, endpointId };
  });
}
