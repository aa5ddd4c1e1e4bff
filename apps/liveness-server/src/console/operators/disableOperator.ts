import type { ServerContext } from '@huoti/server';
import type { OperatorAnswer } from './OperatorAnswer.js';
import { operatorFacts } from './operatorFacts.js';
import { operatorName } from './operatorName.js';

/**
 * Closes an account for good; its rows stay, so that the audit log can still name it. Whoever is signed in with it is out at
 * the next request. Closing it again changes nothing.
 *
 * @example await disableOperator(context, { name: 'li.na' });
 */
export async function disableOperator(
  { store, time }: Pick<ServerContext, 'store' | 'time'>,
  { name }: { readonly name: string },
): Promise<OperatorAnswer> {
  const known = operatorName(name);
  return store.transaction(async ({ operators, audit }): Promise<OperatorAnswer> => {
    const row = known === null ? null : await operators.getByName(known);
    if (row === null) {
      return { ok: false, refusal: { code: 'NAME_UNKNOWN', detail: `there is no operator ${name}` } };
    }
    if (row.disabledAtMs !== null) return { ok: true, operator: operatorFacts(row) };
    const atMs = time.nowMs();
    await operators.update(row.id, { disabledAtMs: atMs });
    await audit.append({
      atMs,
      actor: 'system',
      action: 'operator-disable',
      object: row.id,
      pseudonym: null,
      facts: {},
    });
    return { ok: true, operator: operatorFacts({ ...row, disabledAtMs: atMs }) };
  });
}
