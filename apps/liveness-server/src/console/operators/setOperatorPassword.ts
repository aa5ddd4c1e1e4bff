import type { ServerContext } from '@huoti/server';
import { createPasswordHasher } from './createPasswordHasher.js';
import type { OperatorAnswer } from './OperatorAnswer.js';
import { operatorFacts } from './operatorFacts.js';
import { operatorName } from './operatorName.js';
import type { PasswordHasher } from './PasswordHasher.js';
import { passwordProblem } from './passwordProblem.js';

/** What {@link setOperatorPassword} takes. */
export interface SetOperatorPasswordOptions {
  readonly name: string;
  /** 12 to 128 characters. */
  readonly password: string;
  /** @default argon2id at RFC 9106's cost */
  readonly passwords?: PasswordHasher;
}

/**
 * Gives an account another password. Whoever is signed in with the old one is out at the next request.
 *
 * @example await setOperatorPassword(context, { name: 'li.na', password });
 */
export async function setOperatorPassword(
  { store, time }: Pick<ServerContext, 'store' | 'time'>,
  { name, password, passwords = createPasswordHasher() }: SetOperatorPasswordOptions,
): Promise<OperatorAnswer> {
  const known = operatorName(name);
  const problem = passwordProblem(password, known ?? name);
  if (problem !== null) return { ok: false, refusal: { code: 'PASSWORD_REFUSED', detail: problem } };
  const passwordHash = await passwords.hash(password);
  return store.transaction(async ({ operators, audit }): Promise<OperatorAnswer> => {
    const row = known === null ? null : await operators.getByName(known);
    if (row === null) {
      return { ok: false, refusal: { code: 'NAME_UNKNOWN', detail: `there is no operator ${name}` } };
    }
    await operators.update(row.id, { passwordHash });
    const atMs = time.nowMs();
    await audit.append({
      atMs,
      actor: 'system',
      action: 'operator-password',
      object: row.id,
      pseudonym: null,
      facts: {},
    });
    return { ok: true, operator: operatorFacts(row) };
  });
}
