import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { writeAudit } from '../audit/writeAudit.js';
import { hashToken } from '../clients/hashToken.js';
import { randomToken } from '../clients/randomToken.js';
import type { ServerContext } from '../context/ServerContext.js';
import { DAY_MS } from '../context/settingRanges.js';
import type { ApiKeyRow } from '../ports/rows.js';
import { randomId } from '../sealing/randomId.js';
import { apiKeyText } from './apiKeyText.js';

/** What {@link rotateApiKey} takes. */
export interface RotateApiKeyOptions {
  keyId: string;
  /** How long the old key still works, in ms. @default 86,400,000: a day to bring the new one out */
  overlapMs?: number;
  /** For the audit log. @default "system" */
  actor?: string;
}

/**
 * A new key with the client, scopes and end of an old one, which stops working after the overlap.
 *
 * Refused: NOT_FOUND for a key that does not exist, has run out, was revoked or rotated before; INVALID_ARGUMENT for an
 * overlap that is none.
 *
 * @example const rotated = await rotateApiKey(context, { keyId, overlapMs: 3_600_000 });
 */
export async function rotateApiKey(
  context: Pick<ServerContext, 'store' | 'time' | 'random'>,
  { keyId, overlapMs = DAY_MS, actor = 'system' }: RotateApiKeyOptions,
): Promise<Answer<{ text: string; row: ApiKeyRow }>> {
  if (!Number.isInteger(overlapMs) || overlapMs < 0 || overlapMs > 90 * DAY_MS) {
    return refused('INVALID_ARGUMENT', 'overlapMs: a whole number from 0 to 90 days');
  }
  const secret = randomToken(context.random);
  const id = randomId(context.random);
  const nowMs = context.time.nowMs();
  return context.store.transaction(async (tx) => {
    const old = await tx.apiKeys.get(keyId);
    const hasEnded = old?.expiresAtMs !== null && old !== null && old.expiresAtMs <= nowMs;
    if (!old || hasEnded || old.revokedAtMs !== null)
      return refused('NOT_FOUND', 'there is no such API key in use');
    // Of two rotations at once, one ends the old key.
    if (!(await tx.apiKeys.revoke(keyId, nowMs + overlapMs)))
      return refused('CONFLICT', 'the key was just rotated');
    const row: ApiKeyRow = { ...old, id, secretHash: hashToken(secret), createdAtMs: nowMs };
    await tx.apiKeys.insert(row);
    await writeAudit(tx, context, {
      actor,
      action: 'key-rotate',
      object: keyId,
      facts: { to: id, overlapMs },
    });
    return { ok: true, text: apiKeyText(id, secret), row };
  });
}
