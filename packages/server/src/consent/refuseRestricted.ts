import type { Refused } from '../answers/Answer.js';
import { refused } from '../answers/refused.js';
import type { StoreTransaction } from '../ports/Store.js';

/** Whom something would be done with: the person who is named, and whoever's enrolled face is looked at. */
export interface RestrictedOptions {
  readonly clientId: string;
  readonly subject: string | null;
  /** @default null: no enrolled face */
  readonly referenceId?: string | null;
}

/**
 * RESTRICTED where a person asked that what is kept of them be used for nothing; `null` for everybody else. It holds against a ground in
 * law too: the operator lifts it first, and the audit log has that.
 */
export async function refuseRestricted(
  tx: Pick<StoreTransaction, 'subjects' | 'references'>,
  { clientId, subject, referenceId = null }: RestrictedOptions,
): Promise<Refused | null> {
  const reference = referenceId === null ? null : await tx.references.get(clientId, referenceId);
  for (const name of new Set([subject, reference?.subject ?? null])) {
    const person = name === null ? null : await tx.subjects.get(clientId, name);
    if (person === null || person.restrictedAtMs === null) continue;
    return refused(
      'RESTRICTED',
      'this person asked that their data be used for nothing new: offer the alternative method, or lift the restriction with them first',
    );
  }
  return null;
}
