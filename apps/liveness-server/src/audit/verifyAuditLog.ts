import { headsOfLine, verifyAudit, type AuditVerification, type VerifyAuditOptions } from '@huoti/server';
import { openAuditLog, type AuditLogPlace } from './openAuditLog.js';

/** What {@link verifyAuditLog} takes. */
export interface VerifyAuditLogOptions
  extends
    AuditLogPlace,
    Pick<VerifyAuditOptions, 'keys' | 'knownHead' | 'headWithinMs' | 'nowMs' | 'signal'> {
  /** Of the process log, with whatever else stands in it. @default none */
  readonly logLines?: AsyncIterable<string> | Iterable<string>;
}

/**
 * Proves the audit log of a database. Nothing is changed in it, and a service may run on it where it is no embedded one.
 *
 * @throws HuotiError BUSY, INVALID_ARGUMENT, ABORTED
 * @example
 * const { ok, findings } = await verifyAuditLog({ databaseUrl, dataFolder: null, keys: jwks.keys, logLines });
 */
export async function verifyAuditLog({
  databaseUrl,
  dataFolder,
  logLines = [],
  ...options
}: VerifyAuditLogOptions): Promise<AuditVerification> {
  // Before the database: a head is logged after it was stored, so that each of these has to be there.
  const loggedHeads: string[] = [];
  for await (const line of logLines) loggedHeads.push(...headsOfLine(line));
  const log = await openAuditLog({ databaseUrl, dataFolder });
  try {
    return await verifyAudit({ entries: log.entries(), heads: log.heads(), loggedHeads, ...options });
  } finally {
    await log.close();
  }
}
