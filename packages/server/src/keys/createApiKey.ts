import { HuotiError } from '@huoti/protocol';
import { writeAudit } from '../audit/writeAudit.js';
import { hashToken } from '../clients/hashToken.js';
import { randomToken } from '../clients/randomToken.js';
import type { ServerContext } from '../context/ServerContext.js';
import { API_SCOPES, type ApiKeyRow, type ApiScope } from '../ports/rows.js';
import { randomId } from '../sealing/randomId.js';
import { apiKeyText } from './apiKeyText.js';

/** What {@link createApiKey} takes. */
export interface CreateApiKeyOptions {
  /** The client (tenant) that the key speaks for; everything that it creates belongs to it. */
  clientId: string;
  /** @default all of them */
  scopes?: readonly ApiScope[];
  /** @default null: until it is revoked */
  expiresAtMs?: number | null;
  /** For the audit log. @default "system" */
  actor?: string;
}

const CLIENT_ID = /^[A-Za-z0-9._@-]{1,128}$/;

/**
 * A new API key. Its text is in the answer and nowhere else: the store has only the hash of its 256 random bits.
 *
 * @throws HuotiError INVALID_ARGUMENT for a client id, scopes or an end that are none
 * @example const { text } = await createApiKey(context, { clientId: 'bank', scopes: ['sessions'] });
 */
export async function createApiKey(
  context: Pick<ServerContext, 'store' | 'time' | 'random'>,
  { clientId, scopes = API_SCOPES, expiresAtMs = null, actor = 'system' }: CreateApiKeyOptions,
): Promise<{ readonly text: string; readonly row: ApiKeyRow }> {
  if (!CLIENT_ID.test(clientId)) {
    throw new HuotiError('INVALID_ARGUMENT', 'clientId: 1 to 128 letters, digits, ".", "_", "@" or "-"');
  }
  if (scopes.length === 0 || scopes.some((scope) => !API_SCOPES.includes(scope))) {
    throw new HuotiError('INVALID_ARGUMENT', `scopes: some of ${API_SCOPES.join(', ')}`);
  }
  const createdAtMs = context.time.nowMs();
  if (expiresAtMs !== null && !(expiresAtMs > createdAtMs)) {
    throw new HuotiError('INVALID_ARGUMENT', 'expiresAtMs lies in the past');
  }
  const secret = randomToken(context.random);
  const row: ApiKeyRow = {
    id: randomId(context.random),
    clientId,
    secretHash: hashToken(secret),
    scopes: [...new Set(scopes)],
    createdAtMs,
    expiresAtMs,
    revokedAtMs: null,
  };
  await context.store.transaction(async (tx) => {
    await tx.apiKeys.insert(row);
    await writeAudit(tx, context, {
      actor,
      action: 'key-create',
      object: row.id,
      facts: { clientId, scopes: row.scopes.join(' ') },
    });
  });
  return { text: apiKeyText(row.id, secret), row };
}
