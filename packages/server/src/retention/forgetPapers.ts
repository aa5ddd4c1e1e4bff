import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import { AGE_GROUPS } from './ageGroups.js';
import { dueBeforeMs } from './dueBeforeMs.js';

/** What {@link forgetPapers} deleted, in rows. */
export interface ForgottenPapers {
  readonly receipts: number;
  readonly guardianReceipts: number;
  readonly cases: number;
  readonly deletions: number;
}

/** Deletes receipts, guardians' consents, answered requests and records of deletions whose time is over. */
export async function forgetPapers(
  context: Pick<ServerContext, 'store' | 'time' | 'settings'>,
  { limit }: { limit: number },
): Promise<ForgottenPapers> {
  const { store, time, settings } = context;
  const nowMs = time.nowMs();
  return store.transaction(async (tx) => {
    const gone = { receipts: 0, guardianReceipts: 0, cases: 0, deletions: 0 };
    const note = (action: string, object: string) => writeAudit(tx, context, { action, object });
    for (const ages of AGE_GROUPS) {
      const receiptsMs = dueBeforeMs(settings, { of: 'receipt', ages, nowMs });
      const receipts = receiptsMs < 0 ? [] : await tx.consents.recordedBefore(receiptsMs, limit, ages);
      for (const { receiptId } of receipts) {
        await tx.consents.delete(receiptId);
        await note('receipt-expire', receiptId);
        gone.receipts += 1;
      }
      const guardians =
        receiptsMs < 0 ? [] : await tx.guardianConsents.recordedBefore(receiptsMs, limit, ages);
      for (const { receiptId } of guardians) {
        await tx.guardianConsents.delete(receiptId);
        await note('guardian-receipt-expire', receiptId);
        gone.guardianReceipts += 1;
      }
      const casesMs = dueBeforeMs(settings, { of: 'rights-case', ages, nowMs });
      const cases = casesMs < 0 ? [] : await tx.rightsCases.closedBefore(casesMs, limit, ages);
      for (const { id } of cases) {
        await tx.rightsCases.delete(id);
        await note('rights-case-expire', id);
        gone.cases += 1;
      }
    }
    // A record of a deletion answers a request, and leads to nobody: kept like one, and as long as a backup may hold what it tells of.
    const recordsMs = dueBeforeMs(settings, { of: 'rights-case', ages: 'others', nowMs });
    const records = recordsMs < 0 ? [] : await tx.deletions.doneBefore(recordsMs, nowMs, limit);
    for (const { id } of records) {
      await tx.deletions.delete(id);
      await note('deletion-record-expire', id);
      gone.deletions += 1;
    }
    return gone;
  });
}
