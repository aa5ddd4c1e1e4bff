import type { GuardianConsentList } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';

/** What {@link listGuardianConsents} takes. */
export interface ListGuardianConsentsOptions {
  /** From the API key: nobody sees another client's. */
  clientId: string;
  /** The minor. */
  subject: string;
}

/**
 * All that guardians consented to for a minor, oldest first, those that were taken back or have run out too.
 *
 * @example await listGuardianConsents(context, { clientId: 'school', subject: 'pupil-7' });
 */
export async function listGuardianConsents(
  { store }: Pick<ServerContext, 'store'>,
  { clientId, subject }: ListGuardianConsentsOptions,
): Promise<Answer<{ body: GuardianConsentList }>> {
  const rows = await store.transaction((tx) => tx.guardianConsents.list(clientId, subject));
  return {
    ok: true,
    body: { consents: rows.map(({ clientId: _ofTheCaller, ...consent }) => consent) },
  };
}
