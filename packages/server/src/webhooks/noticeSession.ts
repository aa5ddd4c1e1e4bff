import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow, WebhookDeliveryRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { randomId } from '../sealing/randomId.js';

/** One notice for each endpoint of the session's client, in the transaction of what it tells of. */
export async function noticeSession(
  tx: Pick<StoreTransaction, 'webhooks' | 'jobs'>,
  { time, random }: Pick<ServerContext, 'time' | 'random'>,
  { id: sessionId, clientId }: Pick<SessionRow, 'id' | 'clientId'>,
  event: WebhookDeliveryRow['event'],
): Promise<void> {
  const nowMs = time.nowMs();
  for (const endpoint of await tx.webhooks.listEndpoints(clientId)) {
    if (endpoint.disabledAtMs !== null) continue;
    const id = randomId(random);
    await tx.webhooks.insertDelivery({
      id,
      endpointId: endpoint.id,
      clientId,
      sessionId,
      event,
      state: 'pending',
      tries: 0,
      nextAtMs: nowMs,
      lastAnswer: null,
      createdAtMs: nowMs,
    });
    await tx.jobs.enqueue('notify', { deliveryId: id }, { key: id });
  }
}
