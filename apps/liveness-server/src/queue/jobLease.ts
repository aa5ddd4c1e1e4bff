import type { SqlConnection } from '../storage/sql/SqlSource.js';

/** One taking of a job by one worker: `runs` grows with each, so an older one is known by it. */
export interface JobLease {
  readonly name: string;
  readonly id: string;
  readonly runs: number;
}

/**
 * Statements on pg-boss's own table, which its interface has no call for: its completion asks whether a job is active, not
 * whether it is still active for the one who asks. A worker that slept through its lease would complete the run of another.
 * They are bound to the layout of pg-boss 10.4 (schema version 24), which the package pins and the tests run on.
 */
const HELD = `WHERE name = $1 AND id = $2 AND state = 'active' AND retry_count = $3`;

/** Moves the end of a lease away. False where it is lost. */
export async function extendLease(
  connection: Pick<SqlConnection, 'query'>,
  schema: string,
  { name, id, runs }: JobLease,
): Promise<boolean> {
  const { rows } = await connection.query(
    `UPDATE ${schema}.job SET started_on = now() ${HELD} RETURNING id`,
    [name, id, runs],
  );
  return rows.length === 1;
}

/**
 * Removes a finished job. Nothing is kept of it: the session says all there is to say, and a list of done jobs would be one more
 * list of sessions. False where the lease is lost.
 */
export async function finishLease(
  connection: Pick<SqlConnection, 'query'>,
  schema: string,
  { name, id, runs }: JobLease,
): Promise<boolean> {
  const { rows } = await connection.query(`DELETE FROM ${schema}.job ${HELD} RETURNING id`, [name, id, runs]);
  return rows.length === 1;
}

/** Holds the row of a lease until the transaction ends, so that a change by pg-boss's own call meets nobody. False where it is lost. */
export async function holdLease(
  connection: Pick<SqlConnection, 'query'>,
  schema: string,
  { name, id, runs }: JobLease,
): Promise<boolean> {
  const { rows } = await connection.query(`SELECT id FROM ${schema}.job ${HELD} FOR UPDATE`, [
    name,
    id,
    runs,
  ]);
  return rows.length === 1;
}
