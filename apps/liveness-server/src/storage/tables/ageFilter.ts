import type { AgeGroup } from '@huoti/server';
import { sql, type RawBuilder } from 'kysely';

/** Rows of one group of ages only, by the column that holds the band; `null` is of the others. */
export function ageFilter(band: RawBuilder<unknown>, ages: AgeGroup | undefined): RawBuilder<boolean> {
  if (ages === undefined) return sql<boolean>`true`;
  return ages === 'children'
    ? sql<boolean>`${band} = 'child'`
    : sql<boolean>`${band} IS DISTINCT FROM 'child'`;
}

/** Rows that name a person of one group of ages: `subject` is a column of the table, or an expression. */
export function personAgeFilter(
  table: string,
  subject: RawBuilder<unknown>,
  ages: AgeGroup | undefined,
): RawBuilder<boolean> {
  if (ages === undefined) return sql<boolean>`true`;
  const isChild = sql<boolean>`EXISTS (SELECT 1 FROM huoti.subjects p
    WHERE p.client_id = ${sql.ref(`${table}.clientId`)} AND p.subject = ${subject} AND p.age_band = 'child')`;
  return ages === 'children' ? isChild : sql<boolean>`NOT ${isChild}`;
}
