import type { SessionRow } from '../ports/rows.js';

/**
 * Where a session's try is counted: for its subject and for its reference face. A session that names neither counts for
 * its client as a whole; one that names somebody does not, for otherwise one busy bank would lock itself out.
 */
export function attemptScopes({
  clientId,
  subject,
  referenceId,
}: Pick<SessionRow, 'clientId' | 'subject' | 'referenceId'>): readonly string[] {
  const scopes: string[] = [];
  if (subject !== null) scopes.push(`subject:${clientId}:${subject}`);
  if (referenceId !== null) scopes.push(`reference:${clientId}:${referenceId}`);
  return scopes.length > 0 ? scopes : [`client:${clientId}`];
}
