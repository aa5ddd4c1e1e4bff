import type { OperatorRow, OperatorTable } from '@huoti/server';
import type { Transaction } from 'kysely';
import type { Tables } from '../schema/Tables.js';

const OPERATOR_COLUMNS = [
  'id',
  'name',
  'passwordHash',
  'role',
  'createdAtMs',
  'disabledAtMs',
] as const satisfies readonly (keyof OperatorRow)[];

/** Operators and their sign-ins in SQL. */
export function createOperatorTable(trx: Transaction<Tables>): OperatorTable {
  const operators = () => trx.selectFrom('operators').select(OPERATOR_COLUMNS);
  return {
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
  };
}
