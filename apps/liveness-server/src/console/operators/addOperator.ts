import type { OperatorRow, ServerContext } from '@huoti/server';
import { randomName } from '../signIn/randomName.js';
import { createPasswordHasher } from './createPasswordHasher.js';
import type { OperatorAnswer } from './OperatorAnswer.js';
import { operatorFacts } from './operatorFacts.js';
import { operatorName } from './operatorName.js';
import type { PasswordHasher } from './PasswordHasher.js';
import { passwordProblem } from './passwordProblem.js';

/** Random bytes of an operator's id: 128 bits. */
const ID_BYTES = 16;

/** What {@link addOperator} takes. */
export interface AddOperatorOptions {
  /** Letters, digits, `.`, `_`, `@`, `-`; 64 at most; case does not count. */
  readonly name: string;
  /** 12 to 128 characters. */
  readonly password: string;
  /** A `viewer` sees numbers, a `reviewer` may look at pictures and read the audit log. */
  readonly role: OperatorRow['role'];
  /** @default argon2id at RFC 9106's cost */
  readonly passwords?: PasswordHasher;
}

/**
 * Makes an account for the console.
 *
 * @example await addOperator(context, { name: 'li.na', password, role: 'viewer' });
 */
export async function addOperator(
  { store, time, random }: Pick<ServerContext, 'store' | 'time' | 'random'>,
  { name: typed, password, role, passwords = createPasswordHasher() }: AddOperatorOptions,
): Promise<OperatorAnswer> {
  const name = operatorName(typed);
  if (name === null) {
    const detail =
      'a name has 1 to 64 letters, digits, dots, dashes, underscores or @, and begins with a letter or digit';
    return { ok: false, refusal: { code: 'NAME_INVALID', detail } };
  }
  const problem = passwordProblem(password, name);
  if (problem !== null) return { ok: false, refusal: { code: 'PASSWORD_REFUSED', detail: problem } };
  const row: OperatorRow = {
    id: randomName(random, ID_BYTES),
    name,
    passwordHash: await passwords.hash(password),
    role,
    createdAtMs: time.nowMs(),
    disabledAtMs: null,
  };
  return store.transaction(async ({ operators, audit }): Promise<OperatorAnswer> => {
    if ((await operators.getByName(name)) !== null) {
      return { ok: false, refusal: { code: 'NAME_TAKEN', detail: `there is an operator ${name} already` } };
    }
    await operators.insert(row);
    const facts = { name, role };
    await audit.append({
      atMs: row.createdAtMs,
      actor: 'system',
      action: 'operator-add',
      object: row.id,
      pseudonym: null,
      facts,
    });
    return { ok: true, operator: operatorFacts(row) };
  });
}
