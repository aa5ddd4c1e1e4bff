import type { PolicyNames } from '@huoti/server';
import { sql, type RawBuilder } from 'kysely';

/** Sessions under some policies only, as a condition on `sessions.policy_name`. */
export function policyFilter(policies: PolicyNames | undefined): RawBuilder<boolean> {
  if (policies === undefined) return sql<boolean>`true`;
  return 'only' in policies
    ? sql<boolean>`sessions.policy_name = ANY (${policies.only}::text[])`
    : sql<boolean>`sessions.policy_name <> ALL (${policies.except}::text[])`;
}
