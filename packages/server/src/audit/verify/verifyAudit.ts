import { HuotiError } from '@huoti/protocol';
import type { JWK } from 'jose';
import type { AuditHeadRow } from '../../ports/privacy/AuditHeadRow.js';
import type { ChainedAuditRow } from '../../ports/privacy/AuditChainTable.js';
import type { AuditFinding } from './AuditFinding.js';
import { createChainWalk } from './createChainWalk.js';
import { createHeadReader } from './createHeadReader.js';
import { createHeadStream } from './createHeadStream.js';
import { createLoggedHeads } from './createLoggedHeads.js';

/** What {@link verifyAudit} takes. */
export interface VerifyAuditOptions {
  /** Chained ones in order, then those that are not chained yet. */
  entries: AsyncIterable<ChainedAuditRow> | Iterable<ChainedAuditRow>;
  /** In order. */
  heads: AsyncIterable<AuditHeadRow> | Iterable<AuditHeadRow>;
  /** Public keys from the service's JWKS, kept from a time when it was trusted. */
  keys: readonly JWK[];
  /** Signed heads from the process log, see `headsOfLine`. @default none: a tail that was cut off behind a head is not found then */
  loggedHeads?: AsyncIterable<string> | Iterable<string>;
  /** The chain's head of an earlier time, hex, as somebody noted it down: it has to be in the chain still. @default null */
  knownHead?: string | null;
  /** The newest head must not be older than this at `nowMs`, ms. For a service that is in use. @default null: of any age */
  headWithinMs?: number | null;
  /** @default 0 */
  nowMs?: number;
  /** Findings that are kept; all are counted. @default 100 */
  mostFindings?: number;
  signal?: AbortSignal | undefined;
}

/** What was found. */
export interface AuditVerification {
  readonly ok: boolean;
  /** Chained entries that were read. */
  readonly entries: number;
  /** Written, and not chained yet: nothing proves those. */
  readonly unchained: number;
  /** Places of the first and the last chained entry; `null` for none. */
  readonly firstSeq: number | null;
  readonly lastSeq: number | null;
  /** Hash of the last one. */
  readonly head: string | null;
  /** The last place that a signed head of the database proves; entries after it are chained and not signed yet. */
  readonly signedSeq: number | null;
  readonly signedAtMs: number | null;
  /** How many findings there are, also those that were not kept. */
  readonly found: number;
  readonly findings: readonly AuditFinding[];
}

/**
 * Proves an audit log by its chain, its signed heads and what the process log remembers of them. It reads each entry once and keeps none.
 *
 * @throws HuotiError INVALID_ARGUMENT where no key is one for the audit log; ABORTED
 * @example
 * const { ok, findings } = await verifyAudit({ entries, heads, keys: jwks.keys, loggedHeads });
 */
export async function verifyAudit({
  entries,
  heads,
  keys,
  loggedHeads = [],
  knownHead = null,
  headWithinMs = null,
  nowMs = 0,
  mostFindings = 100,
  signal,
}: VerifyAuditOptions): Promise<AuditVerification> {
  const findings: AuditFinding[] = [];
  let found = 0;
  const tell = (finding: AuditFinding): void => {
    found += 1;
    if (findings.length < mostFindings) findings.push(finding);
  };
  const readHead = await createHeadReader(keys);
  const logged = await createLoggedHeads(loggedHeads, { readHead, tell });
  const walk = createChainWalk({
    heads: createHeadStream(heads, { readHead, tell }),
    logged,
    knownHead,
    tell,
  });
  for await (const entry of entries) {
    if (signal?.aborted) throw new HuotiError('ABORTED', 'aborted', { cause: signal.reason });
    await walk.step(entry);
  }
  const walked = await walk.end();
  const { signedAtMs, entries: count } = walked;
  if (knownHead !== null && !walk.hasSeenKnownHead()) {
    const detail =
      'no entry has the hash that is known as an earlier head: that part was cut off or made anew';
    tell({ kind: 'known-head-missing', seq: walked.firstSeq ?? 0, detail });
  }
  if (headWithinMs !== null && count > 0 && !(signedAtMs !== null && nowMs - signedAtMs <= headWithinMs)) {
    const age =
      signedAtMs === null ? 'there is no signed head' : `the newest head is ${nowMs - signedAtMs} ms old`;
    const detail = `${age}; ${headWithinMs} ms are allowed: the newest entries may have been cut off, or the service signs no more`;
    tell({ kind: 'head-old', seq: walked.lastSeq ?? 0, detail });
  }
  return { ok: found === 0, ...walked, found, findings };
}
