import type { Answer } from '../../answers/Answer.js';
import type { ServerContext } from '../../context/ServerContext.js';
import type { RightsCaseRow } from '../../ports/privacy/RightsCaseRow.js';
import { caseUnknown } from './caseUnknown.js';

/** What {@link readRightsCase} takes. */
export interface ReadRightsCaseOptions {
  caseId: string;
  /** From the API key; left out for an operator, who sees those of all clients. */
  clientId?: string;
}

/**
 * One case.
 *
 * Refused: NOT_FOUND, for another client's case too.
 *
 * @example const answer = await readRightsCase(context, { caseId, clientId: 'bank' });
 */
export async function readRightsCase(
  { store }: Pick<ServerContext, 'store'>,
  { caseId, clientId }: ReadRightsCaseOptions,
): Promise<Answer<{ rightsCase: RightsCaseRow }>> {
  const row = await store.transaction((tx) => tx.rightsCases.get(caseId));
  if (row === null || (clientId !== undefined && row.clientId !== clientId)) return caseUnknown();
  return { ok: true, rightsCase: row };
}
