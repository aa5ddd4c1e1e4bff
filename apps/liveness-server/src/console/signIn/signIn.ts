import type { OperatorRow, ServerContext } from '@huoti/server';
import { operatorName } from '../operators/operatorName.js';
import type { PasswordHasher } from '../operators/PasswordHasher.js';
import type { SignInTimes } from './SignInTimes.js';
import { newSignInToken } from './newSignInToken.js';
import { openSignInTry } from './openSignInTry.js';
import type { SignInToken } from './SignInToken.js';

/** What {@link signIn} takes. */
export interface SignInOptions {
  readonly name: string;
  readonly password: string;
  /** Where the request came from, for the throttle. */
  readonly address: string;
  readonly passwords: PasswordHasher;
  /** A hash of nobody's password, of the same cost as a real one. */
  readonly nobodysHash: string;
  readonly times: SignInTimes;
  /** A sign-in that this browser had before, or claimed to: it ends here. */
  readonly replaces?: string | null;
}

/** A fresh sign-in, or a refusal that does not tell a wrong name from a wrong password. */
export type SignInAnswer =
  | { readonly ok: true; readonly token: SignInToken; readonly operator: OperatorRow }
  | { readonly ok: false; readonly code: 'WRONG' }
  | { readonly ok: false; readonly code: 'THROTTLED'; readonly retryAfterS: number };

/**
 * Takes a name and a password for a sign-in. An unknown name and a closed account cost the same hash as a wrong password, so
 * that the time tells nothing of who has an account.
 */
export async function signIn(
  context: Pick<ServerContext, 'store' | 'time' | 'random'>,
  { name: typed, password, address, passwords, nobodysHash, times, replaces = null }: SignInOptions,
): Promise<SignInAnswer> {
  const { store, time, random } = context;
  const name = operatorName(typed);
  const attempt = await openSignInTry(context, { name: name ?? typed, address });
  if (!attempt.ok) return { ok: false, code: 'THROTTLED', retryAfterS: attempt.retryAfterS };

  const found = await store.transaction(async ({ operators }) =>
    name === null ? null : operators.getByName(name),
  );
  const matches = await passwords.verify(found?.passwordHash ?? nobodysHash, password);

  return store.transaction(async ({ operators, attempts, audit }): Promise<SignInAnswer> => {
    const atMs = time.nowMs();
    // Read again: the account may have been closed, or given another password, while the hash was computed.
    const operator = found === null ? null : await operators.get(found.id);
    const unchanged = operator !== null && operator.passwordHash === found?.passwordHash;
    if (!matches || !unchanged || operator.disabledAtMs !== null) {
      await attempts.settle(attempt.id, 'failed');
      if (operator !== null) {
        const facts = { disabled: operator.disabledAtMs !== null };
        const actor = `operator:${operator.id}`;
        await audit.append({
          atMs,
          actor,
          action: 'operator-sign-in-refuse',
          object: operator.id,
          pseudonym: null,
          facts,
        });
      }
      return { ok: false, code: 'WRONG' };
    }
    const token = newSignInToken(random, operator, atMs + times.absoluteMs);
    await operators.deleteSignInsBefore(atMs);
    if (replaces !== null) await operators.deleteSignIn(replaces);
    await operators.insertSignIn({
      id: token.id,
      operatorId: operator.id,
      expiresAtMs: atMs + Math.min(times.idleMs, times.absoluteMs),
    });
    await attempts.settle(attempt.id, 'passed');
    const actor = `operator:${operator.id}`;
    await audit.append({
      atMs,
      actor,
      action: 'operator-sign-in',
      object: operator.id,
      pseudonym: null,
      facts: {},
    });
    return { ok: true, token, operator };
  });
}
