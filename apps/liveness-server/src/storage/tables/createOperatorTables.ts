import type { AuditRow, OperatorRow, StoreTransaction } from '@huoti/server';
import type { Transaction } from 'kysely';
import { encodeJson } from '../schema/encodeJson.js';
import type { Tables } from '../schema/Tables.js';

const OPERATOR_COLUMNS = [
  'id',
  'name',
  'passwordHash',
  'role',
  'createdAtMs',
  'disabledAtMs',
] as const satisfies readonly (keyof OperatorRow)[];
const AUDIT_COLUMNS = [
  'atMs',
  'actor',
  'action',
  'object',
  'facts',
] as const satisfies readonly (keyof AuditRow)[];
const DEFAULT_LIMIT = 100;
const MOST = 1000;

/** Operators, their sign-ins and the audit log in SQL. */
export function createOperatorTables(
  trx: Transaction<Tables>,
): Pick<StoreTransaction, 'operators' | 'audit'> {
  const operators = () => trx.selectFrom('operators').select(OPERATOR_COLUMNS);
  return {
    operators: {
      async insert(row) {
        await trx.insertInto('operators').values(row).execute();
      },
      async get(id) {
        return (await operators().where('id', '=', id).executeTakeFirst()) ?? null;
      },
      async getByName(name) {
        return (await operators().where('name', '=', name).executeTakeFirst()) ?? null;
      },
      list: () => operators().orderBy('name').execute(),
      async update(id, changes) {
        if (Object.keys(changes).length === 0) return;
        await trx.updateTable('operators').set(changes).where('id', '=', id).execute();
      },
      async insertSignIn(row) {
        await trx.insertInto('signIns').values(row).execute();
      },
      async getSignIn(id) {
        const row = await trx
          .selectFrom('signIns')
          .select(['operatorId', 'expiresAtMs'])
          .where('id', '=', id)
          .executeTakeFirst();
        return row ?? null;
      },
      async extendSignIn(id, expiresAtMs) {
        await trx.updateTable('signIns').set({ expiresAtMs }).where('id', '=', id).execute();
      },
      async deleteSignIn(id) {
        await trx.deleteFrom('signIns').where('id', '=', id).execute();
      },
      async deleteSignInsBefore(atMs) {
        const { numDeletedRows } = await trx
          .deleteFrom('signIns')
          .where('expiresAtMs', '<', atMs)
          .executeTakeFirstOrThrow();
        return Number(numDeletedRows);
      },
    },
    audit: {
      async append(row) {
        await trx
          .insertInto('auditEntries')
          .values(encodeJson(row, ['facts']))
          .execute();
      },
      list({ object, action, limit = DEFAULT_LIMIT }) {
        let query = trx.selectFrom('auditEntries').select(AUDIT_COLUMNS);
        if (object !== undefined) query = query.where('object', '=', object);
        if (action !== undefined) query = query.where('action', '=', action);
        return query.orderBy('seq', 'desc').limit(Math.min(limit, MOST)).execute();
      },
    },
  };
}
