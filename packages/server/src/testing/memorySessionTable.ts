import type { DayCount, SessionRow, VerdictRow } from '../ports/rows.js';
import type { PolicyNames, SessionTable } from '../ports/Store.js';
import type { MemoryTables } from './createMemoryTables.js';
import { isOfAge } from './isOfAge.js';
import { changeRow, copyOf, copyOrNull, insertRow, selectRows } from './memoryRows.js';

/** Whether a session's policy is among those. */
export function isUnder(row: SessionRow, policies: PolicyNames | undefined): boolean {
  if (!policies) return true;
  if ('only' in policies) return policies.only.includes(row.policy.name);
  return !policies.except.includes(row.policy.name);
}

/** Sessions of a memory store. */
export function memorySessionTable(tables: () => MemoryTables): SessionTable {
  return {
    insert: async (row) => insertRow(tables().sessions, row.id, row),
    get: async (id) => copyOrNull(tables().sessions.get(id)),
    getForUpdate: async (id) => copyOrNull(tables().sessions.get(id)),
    update: async (id, changes) => changeRow(tables().sessions, id, changes),
    list: async ({ clientId, subject, referenceId, state, reason, before, limit = 50 }) =>
      [...tables().sessions.values()]
        .map((session) => ({ session, verdict: tables().verdicts.get(session.id) ?? null }))
        .filter(({ session }) => clientId === undefined || session.clientId === clientId)
        .filter(({ session }) => subject === undefined || session.subject === subject)
        .filter(({ session }) => referenceId === undefined || session.referenceId === referenceId)
        .filter(({ session }) => state === undefined || session.state === state)
        .filter(({ verdict }) => reason === undefined || (verdict && (verdict.reason ?? 'none') === reason))
        .filter(({ session }) => !before || newestFirst(session, before) > 0)
        .sort((a, b) => newestFirst(a.session, b.session))
        .slice(0, Math.min(limit, 200))
        .map(copyOf),
    overdue: async (atMs, limit) =>
      selectRows(tables().sessions, {
        where: (row) => (row.state === 'issued' || row.state === 'begun') && row.expiresAtMs <= atMs,
        by: (row) => row.expiresAtMs,
        limit,
      }),
    undecided: async (beforeMs, limit) =>
      selectRows(tables().sessions, {
        where: (row) => row.state === 'completed' && (row.completedAtMs ?? Infinity) < beforeMs,
        by: (row) => row.completedAtMs ?? 0,
        limit,
      }),
    endedBefore: async (beforeMs, limit, policies, ages) =>
      selectRows(tables().sessions, {
        where: (row) =>
          (row.state === 'decided' || row.state === 'expired') &&
          row.issuedAtMs < beforeMs &&
          isUnder(row, policies) &&
          isOfAge(row.ageBand, ages),
        by: (row) => row.issuedAtMs,
        limit,
      }),
    delete: async (id) => {
      const { sessions, verdicts, parts, deliveries, platformChecks } = tables();
      sessions.delete(id);
      platformChecks.delete(id);
      verdicts.delete(id);
      for (const rows of [parts, deliveries]) {
        for (const [key, row] of rows) if (row.sessionId === id) rows.delete(key);
      }
    },
    countByDay: async (fromMs, toMs, clientId) => {
      const counts = new Map<string, DayCount>();
      for (const session of tables().sessions.values()) {
        const isCounted = session.issuedAtMs >= fromMs && session.issuedAtMs < toMs;
        const isEnded = session.state === 'decided' || session.state === 'expired';
        if (!isCounted || !isEnded || (clientId !== undefined && session.clientId !== clientId)) continue;
        const day = new Date(session.issuedAtMs).toISOString().slice(0, 10);
        const host = session.host?.kind ?? 'unknown';
        const outcome = outcomeOf(session, tables().verdicts.get(session.id));
        const key = `${day} ${host} ${outcome}`;
        counts.set(key, { day, host, outcome, count: (counts.get(key)?.count ?? 0) + 1 });
      }
      return [...counts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
    },
  };
}

function newestFirst(a: { issuedAtMs: number; id: string }, b: { issuedAtMs: number; id: string }): number {
  return b.issuedAtMs - a.issuedAtMs || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}

function outcomeOf(session: SessionRow, verdict: VerdictRow | undefined): string {
  if (!verdict) return session.begunAtMs === null ? 'dropped:issued' : 'dropped:begun';
  return verdict.reason ?? (verdict.verified ? 'verified' : 'completed');
}
