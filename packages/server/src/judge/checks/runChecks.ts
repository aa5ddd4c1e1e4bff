import { isHuotiError, type ErrorCode, type GateCode, type RefusalReason } from '@huoti/protocol';
import type { CheckReading } from '../../ports/rows.js';
import type { CheckOutcome } from './CheckOutcome.js';

/** Why a session is refused. */
export interface Refusal {
  readonly reason: RefusalReason;
  /** The gate that failed; only with `QUALITY_TOO_LOW`. */
  readonly gate: GateCode | null;
}

/** Makes one check. Comes back with what it established, or not at all: the first check that fails is the last. */
export type RunCheck = <T>(
  name: string,
  check: () => CheckOutcome<T> | Promise<CheckOutcome<T>>,
) => Promise<T>;

/** Every check that ran, in order, and the refusal that ended them, where one did. */
export interface CheckRecord {
  readonly checks: readonly CheckReading[];
  readonly refusal: Refusal | null;
}

/** Faults of this machine, or the caller's wish to stop: they say nothing of the evidence, which is judged another time. */
const MACHINE_FAULTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'ABORTED',
  'BACKEND_UNAVAILABLE',
  'BUSY',
  'DISPOSED',
  'HOST_ERROR',
  'MODEL_INTEGRITY_MISMATCH',
  'MODEL_LOAD_FAILED',
  'NETWORK_FAILED',
]);

/** Longest error text that is kept, in characters. */
const MOST_TEXT = 200;

/** Ends the list after a failed check; caught by {@link runChecks} alone. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super('a check failed');
  }
}

/**
 * Runs a list of checks that builds its way down: each gets what the ones before it established. Fails closed: a check
 * that throws has failed, with EVIDENCE_INCONSISTENT.
 *
 * @throws HuotiError for a broken machine, and ABORTED
 * @example
 * const { checks, refusal } = await runChecks(async (check) => {
 *   const manifest = await check('manifest', () => manifestText(parts));
 *   await check('manifest-session', () => manifestSession(manifest, session));
 * });
 */
export async function runChecks(work: (check: RunCheck) => Promise<void>): Promise<CheckRecord> {
  const checks: CheckReading[] = [];
  const check: RunCheck = async (name, run) => {
    const outcome = await failingClosed(run);
    checks.push({ name, pass: outcome.pass, got: outcome.got, expected: outcome.expected });
    if (outcome.pass) return outcome.value;
    throw new Refused({ reason: outcome.reason, gate: outcome.gate });
  };
  try {
    await work(check);
    return { checks, refusal: null };
  } catch (error) {
    if (error instanceof Refused) return { checks, refusal: error.refusal };
    throw error;
  }
}

async function failingClosed<T>(
  run: () => CheckOutcome<T> | Promise<CheckOutcome<T>>,
): Promise<CheckOutcome<T>> {
  try {
    return await run();
  } catch (error) {
    if (isHuotiError(error) && MACHINE_FAULTS.has(error.code)) throw error;
    return {
      pass: false,
      // Our own messages name fields and numbers; those of other errors may hold what they were given.
      got: isHuotiError(error) ? `${error.code}: ${error.message}`.slice(0, MOST_TEXT) : nameOf(error),
      expected: 'a check that can be made',
      reason: 'EVIDENCE_INCONSISTENT',
      gate: null,
    };
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
