import type { CounterTable } from '@huoti/server';
import type { Transaction } from 'kysely';
import type { Tables } from '../schema/Tables.js';

/** Numbers that were counted once, in SQL. */
export function createCounterTable(trx: Transaction<Tables>): CounterTable {
  return {
    async get(name) {
      const row = await trx
        .selectFrom('counters')
        .select(['name', 'value', 'atMs'])
        .where('name', '=', name)
        .executeTakeFirst();
      return row ?? null;
    },
    async put(row) {
      await trx
        .insertInto('counters')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
        .execute();
    },
  };
}
