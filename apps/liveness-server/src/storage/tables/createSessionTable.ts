import type { DayCount, SessionFilter, SessionRow, SessionTable, SessionWithVerdict } from '@huoti/server';
import { sql, type Transaction } from 'kysely';
import { encodeJson } from '../schema/encodeJson.js';
import type { Tables } from '../schema/Tables.js';
import { ageFilter } from './ageFilter.js';
import { policyFilter } from './policyFilter.js';
import { VERDICT_COLUMNS } from './verdictColumns.js';

const COLUMNS = [
  'id',
  'clientId',
  'subject',
  'referenceId',
  'policy',
  'state',
  'issuedAtMs',
  'expiresAtMs',
  'tokenHash',
  'clientKey',
  'receiptId',
  'begunAtMs',
  'mirroringKnown',
  'planJws',
  'planHash',
  'steps',
  'reveals',
  'requestedPictures',
  'evidenceHash',
  'completedAtMs',
  'decidedAtMs',
  'host',
  'dataKeyId',
  'ageBand',
  'guardianReceiptId',
  'legalGround',
] as const satisfies readonly (keyof SessionRow)[];
const JSON_COLUMNS = ['policy', 'steps', 'reveals', 'requestedPictures', 'host', 'legalGround'] as const;
const DEFAULT_LIMIT = 50;
const MOST = 200;

async function list(
  trx: Transaction<Tables>,
  { clientId, subject, referenceId, state, reason, before, limit = DEFAULT_LIMIT }: SessionFilter,
): Promise<readonly SessionWithVerdict[]> {
  let query = trx.selectFrom('sessions').select(COLUMNS);
  if (clientId !== undefined) query = query.where('clientId', '=', clientId);
  if (subject !== undefined) query = query.where('subject', '=', subject);
  if (referenceId !== undefined) query = query.where('referenceId', '=', referenceId);
  if (state !== undefined) query = query.where('state', '=', state);
  if (reason !== undefined) {
    query = query.where(({ exists, selectFrom }) => {
      const verdict = selectFrom('verdicts')
        .select('verdicts.id')
        .whereRef('verdicts.sessionId', '=', 'sessions.id');
      return exists(
        reason === 'none'
          ? verdict.where('verdicts.reason', 'is', null)
          : verdict.where(sql.ref('verdicts.reason'), '=', reason),
      );
    });
  }
  if (before !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('issuedAtMs', 'id'), '<', tuple(before.issuedAtMs, before.id)),
    );
  }
  const sessions = await query
    .orderBy('issuedAtMs', 'desc')
    .orderBy('id', 'desc')
    .limit(Math.min(limit, MOST))
    .execute();
  if (sessions.length === 0) return [];
  const verdicts = await trx
    .selectFrom('verdicts')
    .select(VERDICT_COLUMNS)
    .where(
      'sessionId',
      'in',
      sessions.map(({ id }) => id),
    )
    .execute();
  const bySession = new Map(verdicts.map((verdict) => [verdict.sessionId, verdict]));
  return sessions.map((session) => ({ session, verdict: bySession.get(session.id) ?? null }));
}

async function countByDay(
  trx: Transaction<Tables>,
  fromMs: number,
  toMs: number,
  clientId?: string,
): Promise<readonly DayCount[]> {
  const day = sql<string>`to_char(to_timestamp(s.issued_at_ms / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;
  const host = sql<string>`coalesce(s.host_kind, 'unknown')`;
  const outcome = sql<string>`CASE
    WHEN v.session_id IS NULL AND s.begun_at_ms IS NULL THEN 'dropped:issued'
    WHEN v.session_id IS NULL THEN 'dropped:begun'
    WHEN v.reason IS NOT NULL THEN v.reason
    WHEN v.verified THEN 'verified'
    ELSE 'completed' END`;
  let query = trx
    .selectFrom('sessions as s')
    .leftJoin('verdicts as v', 'v.sessionId', 's.id')
    .select(({ fn }) => [
      day.as('day'),
      host.as('host'),
      outcome.as('outcome'),
      fn.countAll<number>().as('count'),
    ])
    .where('s.issuedAtMs', '>=', fromMs)
    .where('s.issuedAtMs', '<', toMs)
    .where('s.state', 'in', ['decided', 'expired']);
  if (clientId !== undefined) query = query.where('s.clientId', '=', clientId);
  return query
    .groupBy(sql`1, 2, 3`)
    .orderBy(sql`1, 2, 3`)
    .execute();
}

/** Sessions in SQL. */
export function createSessionTable(trx: Transaction<Tables>): SessionTable {
  const all = () => trx.selectFrom('sessions').select(COLUMNS);
  return {
    async insert(row) {
      const columns = { policyName: row.policy.name, hostKind: row.host?.kind ?? null };
      await trx
        .insertInto('sessions')
        .values({ ...encodeJson(row, JSON_COLUMNS), ...columns })
        .execute();
    },
    async get(id) {
      return (await all().where('id', '=', id).executeTakeFirst()) ?? null;
    },
    async getForUpdate(id) {
      return (await all().where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
    },
    async update(id, changes) {
      const { policy, host } = changes;
      const columns = {
        ...encodeJson(changes, JSON_COLUMNS),
        ...(policy === undefined ? {} : { policyName: policy.name }),
        ...(host === undefined ? {} : { hostKind: host?.kind ?? null }),
      };
      if (Object.keys(columns).length === 0) return;
      await trx.updateTable('sessions').set(columns).where('id', '=', id).execute();
    },
    list: (filter) => list(trx, filter),
    overdue: (atMs, limit) =>
      all()
        .where('state', 'in', ['issued', 'begun'])
        .where('expiresAtMs', '<=', atMs)
        .orderBy('expiresAtMs')
        .limit(limit)
        .execute(),
    undecided: (beforeMs, limit) =>
      all()
        .where('state', '=', 'completed')
        .where('completedAtMs', '<', beforeMs)
        .orderBy('completedAtMs')
        .limit(limit)
        .execute(),
    endedBefore: (beforeMs, limit, policies, ages) =>
      all()
        .where('state', 'in', ['decided', 'expired'])
        .where('issuedAtMs', '<', beforeMs)
        .where(policyFilter(policies))
        .where(ageFilter(sql.ref('ageBand'), ages))
        .orderBy('issuedAtMs')
        .limit(limit)
        .execute(),
    async delete(id) {
      // Verdict, platform check, part rows and deliveries go with it: the tables say ON DELETE CASCADE.
      await trx.deleteFrom('sessions').where('id', '=', id).execute();
    },
    countByDay: (fromMs, toMs, clientId) => countByDay(trx, fromMs, toMs, clientId),
  };
}
