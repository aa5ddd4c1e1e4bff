import { retentionOf, type ServerContext, type SessionRow } from '@huoti/server';
import type { SessionDetail } from './SessionDetail.js';

const PICTURE = /^picture-\d+-\d+$/;

const endOf = ({ state, decidedAtMs, expiresAtMs }: SessionRow): number | null =>
  state === 'decided' || state === 'expired' ? (decidedAtMs ?? expiresAtMs) : null;

/** Reads one session; `null` where there is none. */
export async function loadSessionDetail(
  { store, settings, time }: Pick<ServerContext, 'store' | 'settings' | 'time'>,
  id: string,
): Promise<SessionDetail | null> {
  return store.transaction(async ({ sessions, verdicts, consents, parts }) => {
    const session = await sessions.get(id);
    if (session === null) return null;
    const retention = retentionOf(settings, session, { nowMs: time.nowMs() });
    const endMs = endOf(session);
    const rows = [...(await parts.list(id))].sort((first, second) =>
      first.name.localeCompare(second.name, 'en', { numeric: true }),
    );
    return {
      session,
      verdict: await verdicts.get(id),
      consent: session.receiptId === null ? null : await consents.get(session.receiptId),
      parts: rows.map((row) => {
        const isPicture = PICTURE.test(row.name);
        const keptMs = isPicture ? retention.picturesMs : retention.evidenceMs;
        return { ...row, isPicture, goneAtMs: endMs === null ? null : endMs + keptMs };
      }),
    };
  });
}
