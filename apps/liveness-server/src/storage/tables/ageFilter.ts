import type { AgeGroup } from '@huoti/server';
import { sql, type RawBuilder } from 'kysely';

/** Rows of one group of ages only, by a column or an expression that gives the band; `null` is of the others. */
export function ageFilter(band: RawBuilder<unknown>, ages: AgeGroup | undefined): RawBuilder<boolean> {
  if (ages === undefined) return sql<boolean>`true`;
  return ages === 'children'
    ? sql<boolean>`${band} = 'child'`
    : sql<boolean>`${band} IS DISTINCT FROM 'child'`;
}

/** The band of the person whom a row of a table names: `subject` is a column of it, or an expression. */
export function bandOfSubject(table: string, subject: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(SELECT p.age_band FROM huoti.subjects p
    WHERE p.client_id = ${sql.ref(`${table}.clientId`)} AND p.subject = ${subject})`;
}
