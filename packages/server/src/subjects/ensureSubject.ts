import type { ServerContext } from '../context/ServerContext.js';
import type { SubjectRow } from '../ports/privacy/SubjectRow.js';
import { createDataKey } from '../sealing/createDataKey.js';
import { pseudonym } from './pseudonym.js';

/** A person as the service knows them. */
export interface NamedSubject {
  readonly row: SubjectRow;
  /** What stands for the person in the audit log, hex. */
  readonly pseudonym: string;
}

/**
 * A person's row, made where there is none yet, and the pseudonym. Call it before the transaction that writes something about the person,
 * and `admitSubject` inside of that one. A row that nothing comes to hang on is swept away later.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store or the master key is at fault
 * @example const { pseudonym } = await ensureSubject(context, { clientId: 'bank', subject: 'customer-17' });
 */
export async function ensureSubject(
  context: Pick<ServerContext, 'store' | 'masterKeys' | 'random' | 'time'>,
  { clientId, subject }: { clientId: string; subject: string },
): Promise<NamedSubject> {
  const { store, masterKeys, time } = context;
  const find = () =>
    store.transaction(async (tx) => {
      const row = await tx.subjects.get(clientId, subject);
      const key = row && (await tx.dataKeys.get(row.keyId));
      return row && key && { row, key };
    });
  let found = await find();
  if (!found) {
    const { row: key } = await createDataKey(context);
    const row: SubjectRow = {
      clientId,
      subject,
      keyId: key.id,
      createdAtMs: time.nowMs(),
      ageBand: null,
      restrictedAtMs: null,
      withdrawnAtMs: null,
    };
    const isFirst = await store.transaction(async (tx) => {
      if (!(await tx.subjects.insertOnce(row))) return false;
      await tx.dataKeys.insert(key);
      return true;
    });
    // Of two at once the first one's key stands; gone again by then, it is made anew.
    found = isFirst ? { row, key } : await find();
    if (!found) return ensureSubject(context, { clientId, subject });
  }
  const key = await masterKeys.unwrap(found.key.wrapped, found.key.masterKeyId);
  return { row: found.row, pseudonym: pseudonym(key, { clientId, subject }) };
}
