/**
 * What is kept of a database's error. Its message, detail and parameters are left behind on purpose: they repeat values, and
 * values are about people.
 */
export interface SqlFault {
  readonly kind: 'sql-fault';
  /** SQLSTATE; `null` where the connection failed and no server answered. */
  readonly sqlState: string | null;
  /** `ECONNREFUSED` and the like, where the operating system said so. */
  readonly systemCode: string | null;
  readonly constraint: string | null;
  readonly table: string | null;
}

/** The fault behind an error that storage threw; `null` for every other error. */
export function sqlFaultOf(error: unknown): SqlFault | null {
  if (typeof error !== 'object' || error === null) return null;
  const { cause } = error as { cause?: unknown };
  if (typeof cause !== 'object' || cause === null) return null;
  return (cause as { kind?: unknown }).kind === 'sql-fault' ? (cause as SqlFault) : null;
}
