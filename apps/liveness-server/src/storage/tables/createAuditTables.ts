import type { AuditHeadRow, AuditRow, StoreTransaction } from '@huoti/server';
import { sql, type Transaction } from 'kysely';
import { encodeJson } from '../schema/encodeJson.js';
import type { Tables } from '../schema/Tables.js';

const AUDIT_COLUMNS = [
  'atMs',
  'actor',
  'action',
  'object',
  'pseudonym',
  'facts',
] as const satisfies readonly (keyof AuditRow)[];
const CHAINED_COLUMNS = [...AUDIT_COLUMNS, 'seq as id', 'chainSeq as seq', 'chainHash as hash'] as const;
const HEAD_COLUMNS = ['seq', 'hash', 'signedAtMs', 'jws'] as const satisfies readonly (keyof AuditHeadRow)[];
const DEFAULT_LIMIT = 100;
const MOST = 1000;
/** The one lock of the chain, apart from others in the same database. Any number would do. */
const CHAIN_LOCK = 7_140_002;

/** The audit log in SQL, and its chain. */
export function createAuditTables(trx: Transaction<Tables>): Pick<StoreTransaction, 'audit' | 'auditChain'> {
  const chained = () => trx.selectFrom('auditEntries').select(CHAINED_COLUMNS);
  const heads = () => trx.selectFrom('auditHeads').select(HEAD_COLUMNS);
  const lastHead = async () => (await heads().orderBy('seq', 'desc').limit(1).executeTakeFirst()) ?? null;
  return {
    audit: {
      async append(row) {
        await trx
          .insertInto('auditEntries')
          .values(encodeJson(row, ['facts']))
          .execute();
      },
      list({ object, action, pseudonym, limit = DEFAULT_LIMIT }) {
        let query = trx.selectFrom('auditEntries').select(AUDIT_COLUMNS);
        if (object !== undefined) query = query.where('object', '=', object);
        if (action !== undefined) query = query.where('action', '=', action);
        if (pseudonym !== undefined) query = query.where('pseudonym', '=', pseudonym);
        return query.orderBy('seq', 'desc').limit(Math.min(limit, MOST)).execute();
      },
    },
    auditChain: {
      async lock() {
        await sql`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`.execute(trx);
      },
      async head() {
        const last = await trx
          .selectFrom('auditEntries')
          .select(['chainSeq as seq', 'chainHash as hash'])
          .where('chainSeq', 'is not', null)
          .orderBy('chainSeq', 'desc')
          .limit(1)
          .executeTakeFirst();
        if (last && last.seq !== null && last.hash !== null) return { seq: last.seq, hash: last.hash };
        const head = await lastHead();
        return head && { seq: head.seq, hash: head.hash };
      },
      unchained: (limit) =>
        chained().where('chainSeq', 'is', null).orderBy('auditEntries.seq').limit(limit).execute(),
      async chain(links) {
        if (links.length === 0) return;
        await sql`UPDATE huoti.audit_entries AS entry SET chain_seq = link.place, chain_hash = link.hash
          FROM unnest(
            ${links.map(({ id }) => id)}::bigint[],
            ${links.map(({ seq }) => seq)}::bigint[],
            ${links.map(({ hash }) => hash)}::text[]
          ) AS link (id, place, hash)
          WHERE entry.seq = link.id`.execute(trx);
      },
      read: (fromSeq, limit) =>
        chained().where('chainSeq', '>=', fromSeq).orderBy('chainSeq').limit(limit).execute(),
      async insertHead(row) {
        await trx.insertInto('auditHeads').values(row).execute();
      },
      lastHead,
      heads: (fromSeq, limit) => heads().where('seq', '>=', fromSeq).orderBy('seq').limit(limit).execute(),
      async cut(throughSeq) {
        const { numDeletedRows } = await trx
          .deleteFrom('auditEntries')
          .where('chainSeq', '<=', throughSeq)
          .executeTakeFirstOrThrow();
        await trx.deleteFrom('auditHeads').where('seq', '<', throughSeq).execute();
        return Number(numDeletedRows);
      },
    },
  };
}
