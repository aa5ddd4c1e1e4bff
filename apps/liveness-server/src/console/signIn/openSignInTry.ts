import { createHash } from 'node:crypto';
import type { ServerContext } from '@huoti/server';
import { randomName } from './randomName.js';
import { SIGN_IN_LIMITS, type SignInLimit } from './signInLimits.js';

/** Random bytes of a try's id. */
const TRY_BYTES = 16;

/** A try that may go on, or how long to wait. */
export type SignInTry =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly retryAfterS: number };

// What was typed as a name may be a password: only its hash is kept.
const scopeOf = (kind: string, ...parts: readonly string[]): string =>
  `console-${kind}:${createHash('sha256').update(parts.join('\n')).digest('hex')}`;

/**
 * Counts a try before the password is looked at, in the store: tries that arrive together, or at other processes, see each
 * other. An open try counts as failed until it is settled.
 */
export async function openSignInTry(
  { store, time, random }: Pick<ServerContext, 'store' | 'time' | 'random'>,
  { name, address }: { readonly name: string; readonly address: string },
): Promise<SignInTry> {
  const counted: readonly (readonly [string, SignInLimit])[] = [
    [scopeOf('pair', name, address), SIGN_IN_LIMITS.nameAndAddress],
    [scopeOf('address', address), SIGN_IN_LIMITS.address],
    [scopeOf('name', name), SIGN_IN_LIMITS.name],
  ];
  const atMs = time.nowMs();
  return store.transaction(async ({ attempts }): Promise<SignInTry> => {
    await attempts.lock(counted.map(([scope]) => scope));
    for (const [scope, { failures, windowMs }] of counted) {
      const tries = await attempts.countedSince(scope, atMs - windowMs);
      const oldest = tries[tries.length - failures];
      if (oldest !== undefined) {
        return { ok: false, retryAfterS: Math.max(1, Math.ceil((oldest.atMs + windowMs - atMs) / 1000)) };
      }
    }
    const sessionId = randomName(random, TRY_BYTES);
    await attempts.insert(counted.map(([scope]) => ({ scope, sessionId, state: 'open', atMs })));
    return { ok: true, id: sessionId };
  });
}
