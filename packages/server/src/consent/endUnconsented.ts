import type { ServerContext } from '../context/ServerContext.js';
import type { StoreTransaction } from '../ports/Store.js';
import { endTakenBack } from './endTakenBack.js';

/** Of one person there are hardly ever two; a hostile client is held to its tries. */
const MOST = 200;

/**
 * Ends all of a person's sessions that are under way and that nobody's consent carries any more, within the transaction that took it back.
 *
 * @returns ids of those whose evidence has to go, for `forgetTakenBack` after the transaction: what is restricted is kept
 */
export async function endUnconsented(
  tx: StoreTransaction,
  context: Pick<ServerContext, 'time' | 'random'>,
  { clientId, subject }: { readonly clientId: string; readonly subject: string },
): Promise<readonly string[]> {
  const forgotten: string[] = [];
  // One that has not begun takes nothing yet, and its begin is refused: the person may be asked anew.
  for (const state of ['begun', 'completed'] as const) {
    for (const { session } of await tx.sessions.list({ clientId, subject, state, limit: MOST })) {
      const held = await tx.sessions.getForUpdate(session.id);
      if (held?.state !== state) continue;
      const refusal = await endTakenBack(tx, context, held);
      if (refusal?.refusal.code === 'CONSENT_REQUIRED') forgotten.push(held.id);
    }
  }
  return forgotten;
}
