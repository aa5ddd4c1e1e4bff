import type { ServerContext } from '../../context/ServerContext.js';
import type { SubjectRow } from '../../ports/privacy/SubjectRow.js';

/** How much is kept of a person; never what. */
export interface KeptCounts {
  readonly subject: SubjectRow;
  readonly sessions: number;
  /** Whether there are more sessions than were counted. */
  readonly sessionsIsMore: boolean;
  readonly pictures: number;
  readonly otherParts: number;
  readonly consents: number;
  readonly consentsWithdrawn: number;
  readonly guardianConsents: number;
  readonly references: number;
}

/** Sessions that are looked at: a page shows a number, not a report. */
const MOST = 200;

/**
 * Counts what is kept of a person; `null` where nobody of that name is known to the client.
 *
 * @example const kept = await countKept(context, { clientId: 'bank', subject: 'customer-17' });
 */
export function countKept(
  { store }: Pick<ServerContext, 'store'>,
  { clientId, subject }: { clientId: string; subject: string },
): Promise<KeptCounts | null> {
  return store.transaction(async (tx) => {
    const row = await tx.subjects.get(clientId, subject);
    if (row === null) return null;
    const sessions = await tx.sessions.list({ clientId, subject, limit: MOST });
    let pictures = 0;
    let otherParts = 0;
    for (const { session } of sessions) {
      for (const { name } of await tx.parts.list(session.id)) {
        if (name.startsWith('picture-')) pictures += 1;
        else otherParts += 1;
      }
    }
    const consents = await tx.consents.list(clientId, subject);
    return {
      subject: row,
      sessions: sessions.length,
      sessionsIsMore: sessions.length === MOST,
      pictures,
      otherParts,
      consents: consents.length,
      consentsWithdrawn: consents.filter(({ withdrawnAtMs }) => withdrawnAtMs !== null).length,
      guardianConsents: (await tx.guardianConsents.list(clientId, subject)).length,
      references: (await tx.references.listOf(clientId, subject)).length,
    };
  });
}
