import type { JudgeRequest } from '../../ports/Judge.js';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** A plan whose first step is not asked for within this time is dead, in ms (protocol: 30 s). */
export const PLAN_START_MS = 30_000;

/** The plan was begun, and the session completed, while both were alive. By the server's own clock alone. */
export function planTime(
  claims: Readonly<Record<string, unknown>>,
  session: Pick<JudgeRequest['session'], 'begunAtMs' | 'reveals' | 'completedAtMs' | 'expiresAtMs'>,
): CheckOutcome<void> {
  const { begunAtMs, reveals, completedAtMs, expiresAtMs } = session;
  const expires = claims['exp'];
  const lastMs = Math.min(expiresAtMs, typeof expires === 'number' ? expires * 1000 : NaN);
  const [first] = reveals;
  if (!first) {
    return failed('no step was asked for', `a first step within ${PLAN_START_MS} ms`, {
      reason: 'SESSION_EXPIRED',
    });
  }
  const firstMs = first.atMs;
  const got = `first step after ${firstMs - begunAtMs} ms, complete after ${completedAtMs - begunAtMs} ms`;
  const expected = `first step within ${PLAN_START_MS} ms, complete within ${lastMs - begunAtMs} ms`;
  const inTime =
    firstMs >= begunAtMs &&
    firstMs - begunAtMs <= PLAN_START_MS &&
    completedAtMs >= firstMs &&
    completedAtMs <= lastMs;
  return inTime ? held(got, expected, undefined) : failed(got, expected, { reason: 'SESSION_EXPIRED' });
}
