import { HuotiError } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';
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
 * @returns how many entries went
 * @throws HuotiError BUSY, HOST_ERROR where the store is at fault; ABORTED
 * @example await cutAudit(context, { beforeMs: context.time.nowMs() - auditMs });
 */
export async function cutAudit(
  context: Pick<ServerContext, 'store' | 'time'>,
  { beforeMs, limit = 200, signal }: CutAuditOptions,
): Promise<number> {
  let gone = 0;
  for (;;) {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted', { cause: signal.reason });
    const { count, more } = await context.store.transaction(async (tx) => {
      await tx.auditChain.lock();
      const [first] = await tx.auditChain.read(1, 1);
      if (first === undefined || first.seq === null) return { count: 0, more: false };
      // Heads from the first place on: the one before it is where an earlier cut was.
      const heads = await tx.auditChain.heads(first.seq, limit);
      const over = heads.filter(({ signedAtMs }) => signedAtMs < beforeMs);
      const throughSeq = over[over.length - 1]?.seq;
      if (throughSeq === undefined) return { count: 0, more: false };
      const count = await tx.auditChain.cut(throughSeq);
      const facts = { throughSeq, count };
      await writeAudit(tx, context, { action: 'audit-cut', object: 'audit', facts });
      return { count, more: over.length === limit };
    });
    gone += count;
    if (!more) return gone;
  }
}
