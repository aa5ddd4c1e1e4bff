import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';

/** Each use of a ground in law stands in the audit log with where the operator has it in writing: at the issue and again at the begin. */
export async function auditGround(
  tx: Pick<StoreTransaction, 'audit'>,
  context: Pick<ServerContext, 'time'>,
  {
    session: { id, legalGround },
    at,
    actor,
    pseudonym,
  }: {
    readonly session: Pick<SessionRow, 'id' | 'legalGround'>;
    readonly at: 'issue' | 'begin';
    readonly actor: string;
    readonly pseudonym: string | null;
  },
): Promise<void> {
  if (legalGround === null) return;
  const { ground, reference } = legalGround;
  await writeAudit(tx, context, {
    actor,
    action: 'legal-ground-use',
    object: id,
    pseudonym,
    facts: { ground, reference, at },
  });
}
