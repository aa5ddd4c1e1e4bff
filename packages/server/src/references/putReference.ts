import type { ReferenceRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { destroyKeys } from './destroyKeys.js';
import type { SealedTemplate } from './sealTemplate.js';

/** Writes a reference with its new keys; the keys of what it takes the place of are destroyed, so that this is readable no more. */
export async function putReference(
  tx: Pick<StoreTransaction, 'references' | 'dataKeys'>,
  row: Omit<ReferenceRow, keyof SealedTemplate['columns']>,
  { sealed, old }: { sealed: SealedTemplate; old: ReferenceRow | null },
): Promise<void> {
  for (const key of sealed.keys) await tx.dataKeys.insert(key);
  await tx.references.put({ ...row, ...sealed.columns });
  if (old) await destroyKeys(tx, old);
}
