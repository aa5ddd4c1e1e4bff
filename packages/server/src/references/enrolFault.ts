import type { Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { ReferenceRow } from '../ports/rows.js';

/** What is said of a face to enrol, besides the face. */
export interface EnrolOptions {
  /** From the API key. */
  clientId: string;
  /** The integrator's own name for the face, unique within the client. */
  id: string;
  /** Whose face it is. @default who it was before; for a new one the id itself */
  subject?: string;
  /** `replace` takes the place of an earlier face, `refuse` leaves it. @default "replace" */
  ifThere?: 'replace' | 'refuse';
  /** `refuse` enrols nobody new. @default "enrol" */
  ifNew?: 'enrol' | 'refuse';
  /** @default null: kept until it is deleted */
  expiresAtMs?: number | null;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

const NAME = /^[A-Za-z0-9._:@-]{1,128}$/;

/** Why a face can't be enrolled, as far as that is known without a template; `null` where it can. */
export function enrolFault(
  { time }: Pick<ServerContext, 'time'>,
  { id, subject, ifThere = 'replace', ifNew = 'enrol', expiresAtMs = null }: EnrolOptions,
  old: ReferenceRow | null,
): Refused | null {
  for (const [what, name] of [
    ['a reference id', id],
    ['a subject', subject ?? id],
  ] as const) {
    if (!NAME.test(name)) return refused('INVALID_ARGUMENT', `${what} is 1 to 128 letters, digits or ._:@-`);
  }
  if (expiresAtMs !== null && expiresAtMs <= time.nowMs()) {
    return refused('INVALID_ARGUMENT', 'the end of the reference lies in the past');
  }
  if (old && ifThere === 'refuse') return refused('CONFLICT', 'there is a reference of that id');
  return !old && ifNew === 'refuse' ? refused('NOT_FOUND', 'there is no reference of that id') : null;
}
