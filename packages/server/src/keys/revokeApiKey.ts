import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';

/** What {@link revokeApiKey} takes. */
export interface RevokeApiKeyOptions {
  keyId: string;
  /** For the audit log. @default "system" */
  actor?: string;
}

/**
 * Ends an API key at once.
 *
 * Refused: NOT_FOUND for a key that does not exist or was revoked before.
 *
 * @example await revokeApiKey(context, { keyId });
 */
export async function revokeApiKey(
  context: Pick<ServerContext, 'store' | 'time'>,
  { keyId, actor = 'system' }: RevokeApiKeyOptions,
): Promise<Answer<{ revokedAtMs: number }>> {
  const revokedAtMs = context.time.nowMs();
  return context.store.transaction(async (tx) => {
    if (!(await tx.apiKeys.revoke(keyId, revokedAtMs)))
      return refused('NOT_FOUND', 'there is no such API key in use');
    await writeAudit(tx, context, { actor, action: 'key-revoke', object: keyId });
    return { ok: true, revokedAtMs };
  });
}
