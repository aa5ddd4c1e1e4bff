import { parseTemplate, type FaceTemplate } from '@huoti/embedder';
import { HuotiError } from '@huoti/protocol';
import type { Answer } from '../answers/Answer.js';
import type { ServerContext } from '../context/ServerContext.js';
import type { DataKeyRow, ReferenceRow } from '../ports/rows.js';
import type { StoreTransaction } from '../ports/Store.js';
import { openBytes } from '../sealing/openBytes.js';
import { referenceSeal } from './referenceSeal.js';

/** A template as it is stored. */
export interface StoredTemplate {
  readonly row: ReferenceRow;
  /** Turned, where there is a key. */
  readonly template: FaceTemplate;
  /** `null` for one that was stored before there were turns. */
  readonly turnKey: Uint8Array | null;
}

/** As often as it may be put under other keys between the look at its row and the look at its keys. */
const TRIES = 3;

/**
 * Opens what a row keeps.
 *
 * @param find finds the row, or says why it can't be used; it may be asked again
 * @throws HuotiError HOST_ERROR where its bytes were changed, or a key is gone
 */
export async function readStored(
  { store, masterKeys }: Pick<ServerContext, 'store' | 'masterKeys'>,
  find: (tx: StoreTransaction) => Promise<Answer<{ row: ReferenceRow }>>,
): Promise<Answer<{ stored: StoredTemplate }>> {
  const unwrap = (key: DataKeyRow) => masterKeys.unwrap(key.wrapped, key.masterKeyId);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await store.transaction(async (tx) => {
      const answer = await find(tx);
      if (!answer.ok) return answer;
      const { dataKeyId, turnKeyId } = answer.row;
      const seal = await tx.dataKeys.get(dataKeyId);
      const turn = turnKeyId === null ? null : await tx.dataKeys.get(turnKeyId);
      return { ok: true as const, row: answer.row, seal, turn };
    });
    if (!found.ok) return found;
    const { row, seal, turn } = found;
    if (seal === null || (row.turnKeyId !== null && turn === null)) continue;
    const boundTo = referenceSeal(row.clientId, row.id, row.turnKeyId);
    const bytes = openBytes({ key: await unwrap(seal), sealed: row.template, boundTo });
    const turnKey = turn === null ? null : await unwrap(turn);
    return { ok: true, stored: { row, template: parseTemplate(bytes), turnKey } };
  }
  throw new HuotiError('HOST_ERROR', 'a key of an enrolled face is gone: enrol the face again');
}
