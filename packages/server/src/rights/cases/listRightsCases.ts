import type { Answer } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import type { ServerContext } from '../../context/ServerContext.js';
import type { RightsCaseFilter } from '../../ports/privacy/RightsCaseTable.js';
import type { RightsCaseRow } from '../../ports/privacy/RightsCaseRow.js';

const MOST = 500;

/**
 * Cases, the earliest due first.
 *
 * Refused: INVALID_ARGUMENT for a limit that is no whole number from 1 to 500.
 *
 * @example const { cases } = await listRightsCases(context, { clientId: 'bank', state: 'open' });
 */
export async function listRightsCases(
  { store }: Pick<ServerContext, 'store'>,
  { limit = 100, ...filter }: RightsCaseFilter,
): Promise<Answer<{ cases: readonly RightsCaseRow[] }>> {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) {
    return refused('INVALID_ARGUMENT', `limit: a whole number from 1 to ${MOST}`);
  }
  return { ok: true, cases: await store.transaction((tx) => tx.rightsCases.list({ ...filter, limit })) };
}
