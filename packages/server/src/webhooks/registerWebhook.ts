import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { createDataKey } from '../sealing/createDataKey.js';
import { randomId } from '../sealing/randomId.js';
import { sealBytes } from '../sealing/sealBytes.js';
import { endpointSeal } from './endpointSeal.js';
import { targetFault } from './targetFault.js';

/** What {@link registerWebhook} takes. */
export interface RegisterWebhookOptions {
  /** From the API key. */
  clientId: string;
  /** Where notices go: https, a host of the allow-list. */
  url: string;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

/** Bytes of a secret: as many as the hash that it keys. */
const SECRET_BYTES = 32;

/**
 * A new endpoint for notices. The secret that they are signed with is in the answer once (`whsec_` and base64, Standard
 * Webhooks) and sealed in the store.
 *
 * Refused: INVALID_ARGUMENT for a URL that is not allowed, CONFLICT for one endpoint too many.
 *
 * @example const { endpointId, secret } = await registerWebhook(context, { clientId: 'bank', url });
 */
export async function registerWebhook(
  context: ServerContext,
  { clientId, url, actor = 'system' }: RegisterWebhookOptions,
): Promise<Answer<{ endpointId: string; secret: string }>> {
  const { store, random, time, settings } = context;
  const fault = targetFault(url, settings.webhooks);
  if (fault !== null) return refused('INVALID_ARGUMENT', fault);
  const endpointId = randomId(random);
  const bytes = random.fill(new Uint8Array(SECRET_BYTES));
  const { key, row: dataKey } = await createDataKey(context);
  const secret = sealBytes({ key, bytes, boundTo: endpointSeal(clientId, endpointId), random });
  return store.transaction(async (tx) => {
    const inUse = (await tx.webhooks.listEndpoints(clientId)).filter((row) => row.disabledAtMs === null);
    if (inUse.length >= settings.webhooks.endpointsPerClient) {
      return refused('CONFLICT', `a client has at most ${settings.webhooks.endpointsPerClient} endpoints`);
    }
    await tx.dataKeys.insert(dataKey);
    await tx.webhooks.insertEndpoint({
      id: endpointId,
      clientId,
      url,
      secret,
      dataKeyId: dataKey.id,
      createdAtMs: time.nowMs(),
      disabledAtMs: null,
    });
    await writeAudit(tx, context, {
      actor,
      action: 'webhook-register',
      object: endpointId,
      facts: { clientId, host: new URL(url).hostname },
    });
    return { ok: true, endpointId, secret: `whsec_${Buffer.from(bytes).toString('base64')}` };
  });
}
