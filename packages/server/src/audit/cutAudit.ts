import { HuotiError } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';
import type { StoreTransaction } from '../ports/Store.js';
import { chainAudit } from './chainAudit.js';
import { writeAudit } from './writeAudit.js';

/** What {@link cutAudit} takes. */
export interface CutAuditOptions {
  /** Entries that were signed before this go, ms since 1970 UTC. */
  beforeMs: number;
  /** Heads that are looked at in one transaction. @default 200 */
  limit?: number;
  signal?: AbortSignal | undefined;
}

/**
 * Takes the begin of the audit log away, whose time is over, up to the last head that was signed before a time. The chain then begins
 * behind that head, which stays, so that what is left is still proven; an entry of its own says that, and how far, it was cut.
 *
 * @returns how many entries went; none where the chain does not fit to its heads
 * @throws HuotiError BUSY, HOST_ERROR where the store is at fault; ABORTED
 * @example await cutAudit(context, { beforeMs: context.time.nowMs() - auditMs });
 */
export async function cutAudit(
  context: Pick<ServerContext, 'store' | 'time' | 'auditSigner' | 'onAuditHead'>,
  { beforeMs, limit = 200, signal }: CutAuditOptions,
): Promise<number> {
  const { store } = context;
  if ((await store.transaction((tx) => cutPlace(tx, { beforeMs, limit }))) === null) return 0;
  // Of a log that somebody changed nothing is taken away: it is what there is to find out by.
  if ((await chainAudit(context, { signal })).broken !== null) return 0;
  let gone = 0;
  for (;;) {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted', { cause: signal.reason });
    const count = await store.transaction(async (tx) => {
      await tx.auditChain.lock();
      const throughSeq = await cutPlace(tx, { beforeMs, limit });
      if (throughSeq === null) return 0;
      const cut = await tx.auditChain.cut(throughSeq);
      const facts = { throughSeq, count: cut };
      await writeAudit(tx, context, { action: 'audit-cut', object: 'audit', facts });
      return cut;
    });
    if (count === 0) return gone;
    gone += count;
  }
}

/** Up to where the log may be cut: the last of the oldest heads that was signed before a time; `null` where there is none. */
async function cutPlace(
  { auditChain }: Pick<StoreTransaction, 'auditChain'>,
  { beforeMs, limit }: { beforeMs: number; limit: number },
): Promise<number | null> {
  const [first] = await auditChain.read(1, 1);
  if (first === undefined || first.seq === null) return null;
  // From the first place on: the head before it is where an earlier cut was.
  const heads = await auditChain.heads(first.seq, limit);
  const over = heads.filter(({ signedAtMs }) => signedAtMs < beforeMs);
  return over[over.length - 1]?.seq ?? null;
}
