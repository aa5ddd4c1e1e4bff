import { HuotiError } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';
import { readPart } from '../evidence/readPart.js';
import type { JudgeRequest } from '../ports/Judge.js';
import type { CheckReading, SessionRow } from '../ports/rows.js';
import { openReference } from '../references/openReference.js';
import { openDataKey } from '../sealing/openDataKey.js';

/**
 * Everything that a judge needs of a completed session, unsealed.
 *
 * @returns a failed check where the session names a reference that is gone, or that its person wants used no more: it must not be judged as
 *   if it named none
 * @throws HuotiError where a store is at fault, ABORTED
 */
export async function loadJudgeRequest(
  context: ServerContext,
  session: SessionRow,
  { signal }: { signal: AbortSignal | undefined },
): Promise<{ ok: true; request: JudgeRequest } | { ok: false; check: CheckReading }> {
  const { planJws, planHash, steps, evidenceHash, begunAtMs, completedAtMs, dataKeyId, referenceId } =
    session;
  if (planJws === null || planHash === null || steps === null || evidenceHash === null) throw incomplete();
  if (begunAtMs === null || completedAtMs === null || dataKeyId === null) throw incomplete();

  const reference =
    referenceId === null
      ? null
      : await openReference(context, { clientId: session.clientId, id: referenceId });
  if (reference !== null && !reference.ok) {
    const got = reference.refusal.code === 'RESTRICTED' ? 'restricted by its person' : 'deleted or run out';
    return { ok: false, check: { name: 'reference', pass: false, got, expected: 'the enrolled face' } };
  }
  const plan = await context.signer.verify('huoti-plan+jwt', planJws);
  const key = await openDataKey(context, dataKeyId);
  const parts = new Map<string, Uint8Array>();
  const rows = await context.store.transaction((tx) => tx.parts.list(session.id));
  for (const row of rows) parts.set(row.name, await readPart(context, row, { key, signal }));
  return {
    ok: true,
    request: {
      session: {
        id: session.id,
        policy: session.policy,
        planJws,
        planClaims: plan.ok ? plan.claims : null,
        planProblem: plan.ok ? null : plan.why,
        planHash,
        steps,
        reveals: session.reveals,
        requestedPictures: session.requestedPictures ?? [],
        evidenceHash,
        begunAtMs,
        completedAtMs,
        expiresAtMs: session.expiresAtMs,
      },
      parts,
      reference: reference === null ? null : reference.reference,
    },
  };
}

function incomplete(): HuotiError {
  return new HuotiError(
    'HOST_ERROR',
    'a completed session misses what completion needs: its row was changed',
  );
}
