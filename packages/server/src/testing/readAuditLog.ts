import type { AuditHeadRow } from '../ports/privacy/AuditHeadRow.js';
import type { ChainedAuditRow } from '../ports/privacy/AuditChainTable.js';
import type { Store } from '../ports/Store.js';

/** The whole audit log of a small store: what is chained, then what is not yet, and the heads. */
export async function readAuditLog(
  store: Store,
): Promise<{ entries: readonly ChainedAuditRow[]; heads: readonly AuditHeadRow[] }> {
  const most = 1_000_000;
  return store.transaction(async ({ auditChain }) => ({
    entries: [...(await auditChain.read(1, most)), ...(await auditChain.unchained(most))],
    heads: await auditChain.heads(1, most),
  }));
}
