import type { ServerContext } from '@huoti/server';
import { formToken } from './formToken.js';
import { parseSignInToken } from './parseSignInToken.js';
import { passwordMark } from './passwordMark.js';
import { sameText } from './sameText.js';
import type { SignInTimes } from './SignInTimes.js';
import type { Visitor } from './Visitor.js';

/** How far the idle end must have moved before it is written, ms: one write a minute, not one a request. */
const EXTEND_STEP_MS = 60_000;

/**
 * The operator whom a cookie's value stands for, read afresh for each request: a closed account, another role or another
 * password counts at once. `null` for a value that does not count, or does no longer.
 */
export async function readVisitor(
  { store, time }: Pick<ServerContext, 'store' | 'time'>,
  value: string | null,
  times: SignInTimes,
): Promise<Visitor | null> {
  const token = value === null ? null : parseSignInToken(value);
  if (token === null) return null;
  const atMs = time.nowMs();
  return store.transaction(async ({ operators }) => {
    const stored = await operators.getSignIn(token.id);
    if (stored === null || stored.expiresAtMs <= atMs || token.absoluteEndMs <= atMs) return null;
    const operator = await operators.get(stored.operatorId);
    if (operator === null || operator.disabledAtMs !== null) return null;
    if (!sameText(token.passwordMark, passwordMark(token.secret, operator))) return null;
    const endMs = Math.min(atMs + times.idleMs, token.absoluteEndMs);
    if (endMs - stored.expiresAtMs >= EXTEND_STEP_MS) await operators.extendSignIn(token.id, endMs);
    return { operator, signInId: token.id, formToken: formToken(token) };
  });
}
