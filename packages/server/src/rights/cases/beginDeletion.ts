import type { Answer } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import type { ServerContext } from '../../context/ServerContext.js';
import type { RightsCaseRow } from '../../ports/privacy/RightsCaseRow.js';

/** What {@link beginDeletion} takes. */
export interface BeginDeletionOptions {
  clientId: string;
  subject: string;
  caseId: string;
  note: string | null;
  actor: string;
}

/** Begins the deletion that answers a case; the deletion closes the case when nothing of the person is left. */
export function beginDeletion(
  _context: ServerContext,
  _options: BeginDeletionOptions,
): Promise<Answer<{ rightsCase: RightsCaseRow }>> {
  return Promise.resolve(refused('UNAVAILABLE', 'deletions are not built in yet'));
}
