import type { Answer } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import { hashToken } from '../clients/hashToken.js';
import { isSameDigest } from '../clients/isSameDigest.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { ApiScope } from '../ports/rows.js';
import { parseApiKey } from './parseApiKey.js';

/** What {@link authenticateApiKey} takes. */
export interface AuthenticateApiKeyOptions {
  /** The `Authorization` header: `Bearer hk_...`. */
  authorization: string | undefined;
  /** What the call needs. */
  scope: ApiScope;
}

/** Who called: everything that the caller may see hangs on `clientId`. */
export interface ApiCaller {
  readonly keyId: string;
  readonly clientId: string;
}

const BEARER = /^Bearer (\S{1,200})$/i;
/** Compared with where there is no key, so that its absence takes no less time. */
const NO_SECRET_HASH = hashToken('');

/**
 * Lets in an integrator's backend.
 *
 * Refused: UNAUTHENTICATED, in the same words for a key that never was, is wrong, has run out or was revoked; FORBIDDEN for a
 * good key without the scope.
 *
 * @example const caller = await authenticateApiKey(context, { authorization, scope: 'sessions' });
 */
export async function authenticateApiKey(
  { store, time }: Pick<ServerContext, 'store' | 'time'>,
  { authorization, scope }: AuthenticateApiKeyOptions,
): Promise<Answer<{ caller: ApiCaller }>> {
  const parsed = parseApiKey(BEARER.exec(authorization ?? '')?.[1] ?? '');
  const denied = refused('UNAUTHENTICATED', 'send "Authorization: Bearer" with a valid API key');
  if (!parsed) return denied;
  const row = await store.transaction((tx) => tx.apiKeys.get(parsed.id));
  const isSecret = isSameDigest(hashToken(parsed.secret), row?.secretHash ?? NO_SECRET_HASH);
  if (!row || !isSecret) return denied;
  const nowMs = time.nowMs();
  if (row.expiresAtMs !== null && row.expiresAtMs <= nowMs) return denied;
  if (row.revokedAtMs !== null && row.revokedAtMs <= nowMs) return denied;
  if (!row.scopes.includes(scope)) return refused('FORBIDDEN', `the API key has no scope "${scope}"`);
  return { ok: true, caller: { keyId: row.id, clientId: row.clientId } };
}
