import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { DAY_MS } from '../context/settingRanges.js';

/**
 * Forgets people about whom nothing is kept any more, name and key: with the key, what the audit log still has of them leads nowhere. Who
 * asked for a restriction stays, for it holds for what comes. Each person is looked at once a day.
 */
export async function forgetIdleSubjects(
  context: Pick<ServerContext, 'store' | 'time'>,
  { limit }: { limit: number },
): Promise<number> {
  const { store, time } = context;
  const nowMs = time.nowMs();
  const idle = await store.transaction(async (tx) => {
    const found = [];
    for (const row of await tx.subjects.notLookedAtSince(nowMs - DAY_MS, limit)) {
      await tx.subjects.markLookedAt(row.clientId, row.subject, nowMs);
      if (row.restrictedAtMs !== null || (await tx.subjects.isNamed(row.clientId, row.subject))) continue;
      found.push(row);
    }
    return found;
  });
  let gone = 0;
  for (const { clientId, subject } of idle) {
    gone += await store.transaction(async (tx) => {
      // Whoever writes something about the person holds this row: what came in between is seen here.
      const row = await tx.subjects.getForUpdate(clientId, subject);
      if (!row || row.restrictedAtMs !== null || (await tx.subjects.isNamed(clientId, subject))) return 0;
      await tx.subjects.delete(clientId, subject);
      await tx.dataKeys.delete(row.keyId);
      await writeAudit(tx, context, { action: 'subject-expire', object: clientId });
      return 1;
    });
  }
  return gone;
}
