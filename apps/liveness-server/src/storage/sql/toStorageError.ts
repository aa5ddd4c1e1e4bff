import { HuotiError, isHuotiError } from '@huoti/protocol';
import type { SqlFault } from './SqlFault.js';

/** Five characters, the first of a class that Postgres uses; `EPIPE` is none. */
const SQLSTATE = /^[0-9FHPX][0-9A-Z]{4}$/;
const SYSTEM_CODE = /^E[A-Z0-9_]{2,}$/;

/** Classes of SQLSTATE that say: not now. 08 connection, 53 out of resources, 57 operator intervention, 40 rolled back. */
const BUSY_CLASSES = ['08', '53', '57', '40'];
/** Lock not available; ended because a transaction was idle, or took too long. */
const BUSY_STATES = ['55P03', '25P03', '25P04'];
const DISK_FULL = '53100';
const DATA_EXCEPTION_CLASS = '22';

const text = (value: unknown, pattern: RegExp): string | null =>
  typeof value === 'string' && pattern.test(value) ? value : null;

function faultOf(error: unknown): SqlFault {
  const facts = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  const name = /^\w{1,63}$/;
  return {
    kind: 'sql-fault',
    sqlState: text(facts['code'], SQLSTATE),
    systemCode: text(facts['code'], SQLSTATE) === null ? text(facts['code'], SYSTEM_CODE) : null,
    constraint: text(facts['constraint'], name),
    table: text(facts['table'], name),
  };
}

/**
 * The typed error for whatever a database driver threw. A server that can't be reached, is out of something or took too
 * long: BUSY, retryable. A value that the database can't hold: INVALID_ARGUMENT. All else: HOST_ERROR, with the constraint.
 *
 * @param options.unanswered what an error without a SQLSTATE means: on a network BUSY, inside of this process HOST_ERROR
 */
export function toStorageError(
  error: unknown,
  { unanswered }: { unanswered: 'BUSY' | 'HOST_ERROR' },
): HuotiError {
  if (isHuotiError(error)) return error;
  const fault = faultOf(error);
  const { sqlState, systemCode, constraint } = fault;
  if (sqlState === null) {
    const ours = error instanceof TypeError || error instanceof RangeError;
    if (ours || unanswered === 'HOST_ERROR') {
      return new HuotiError('HOST_ERROR', 'the database driver failed', { cause: fault });
    }
    const why = systemCode === null ? '' : ` (${systemCode})`;
    return new HuotiError('BUSY', `the database can't be reached${why}; try again`, {
      cause: fault,
      retryable: true,
    });
  }
  if (sqlState === DISK_FULL) {
    return new HuotiError('BUSY', "the database's disk is full", { cause: fault, retryable: true });
  }
  if (BUSY_STATES.includes(sqlState) || BUSY_CLASSES.includes(sqlState.slice(0, 2))) {
    return new HuotiError('BUSY', `the database is busy or going down (${sqlState}); try again`, {
      cause: fault,
      retryable: true,
    });
  }
  if (sqlState.startsWith(DATA_EXCEPTION_CLASS)) {
    return new HuotiError('INVALID_ARGUMENT', `a value that the database can't hold (${sqlState})`, {
      cause: fault,
    });
  }
  const where = constraint === null ? '' : `, ${constraint}`;
  return new HuotiError('HOST_ERROR', `the database refused a statement (${sqlState}${where})`, {
    cause: fault,
  });
}
