import { HuotiError } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';
import type { AuditHeadRow } from '../ports/privacy/AuditHeadRow.js';
import { chainBatch } from './chainBatch.js';
import { signHead } from './signHead.js';

/** What {@link chainAudit} takes. */
export interface ChainAuditOptions {
  /** Entries of one call, at least. @default 2000 */
  limit?: number;
  /** Signs what is chained, also where it is not time yet: at the end of a process. @default false */
  signNow?: boolean;
  signal?: AbortSignal | undefined;
}

/** What one call did. */
export interface ChainedAudit {
  readonly chained: number;
  readonly heads: readonly AuditHeadRow[];
  /** Whether there is more to chain: call again soon. */
  readonly more: boolean;
  /**
   * Why nothing is chained any more; `null` where all is well. The chain does not fit to its last signed head, so somebody changed it:
   * chained on, new heads would vouch for the changed one. `huoti audit verify` says where; docs/audit-log.md says what to do then.
   */
  readonly broken: string | null;
}

/** What a step under the chain's lock found to do next. */
export type ChainStep =
  | { readonly kind: 'chained'; readonly count: number }
  | { readonly kind: 'sign'; readonly seq: number; readonly hash: string }
  | { readonly kind: 'idle' }
  | { readonly kind: 'broken'; readonly why: string };

/**
 * Puts entries of the audit log into its chain, in the order in which they were written, and signs a head over every hundredth, and over
 * what is new when the last head is an hour old. Run it every second, from any number of processes: they take turns. It can be cut off
 * anywhere.
 *
 * Entries are chained after the transaction that wrote them, so that no two transactions wait for each other
 * (docs/decisions/2026-11-27-audit-chain.md).
 *
 * @throws HuotiError BUSY, HOST_ERROR where the store is at fault; ABORTED between two steps
 * @example const { more, broken } = await chainAudit(context, { signal });
 */
export async function chainAudit(
  context: Pick<ServerContext, 'store' | 'time' | 'auditSigner' | 'onAuditHead'>,
  { limit = 2000, signNow = false, signal }: ChainAuditOptions = {},
): Promise<ChainedAudit> {
  const heads: AuditHeadRow[] = [];
  let chained = 0;
  for (;;) {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted', { cause: signal.reason });
    if (chained >= limit) return { chained, heads, more: true, broken: null };
    const step = await chainBatch(context, { signNow });
    switch (step.kind) {
      case 'chained':
        chained += step.count;
        break;
      case 'sign': {
        const head = await signHead(context, step);
        if (head !== null) heads.push(head);
        break;
      }
      case 'idle':
        return { chained, heads, more: false, broken: null };
      case 'broken':
        return { chained, heads, more: false, broken: step.why };
    }
  }
}
