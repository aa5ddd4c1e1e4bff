import type { ServerContext, SessionWithVerdict } from '@huoti/server';
import type { SessionQuery } from './SessionQuery.js';

/** Rows of one page. */
export const PAGE_SIZE = 50;

/** One page of the list. */
export interface SessionPage {
  readonly rows: readonly SessionWithVerdict[];
  /** The next page's query; `null` on the last. */
  readonly older: SessionQuery | null;
  /** Whom the list can be narrowed down to. */
  readonly clients: readonly string[];
}

/** Reads one page, newest first. The marker is the last row shown, so that rows that come in between move nothing. */
export async function loadSessionPage(
  { store }: Pick<ServerContext, 'store'>,
  query: SessionQuery,
): Promise<SessionPage> {
  return store.transaction(async ({ sessions, apiKeys }) => {
    // One more than is shown: whether there is a next page.
    const found = await sessions.list({ ...query, limit: PAGE_SIZE + 1 });
    const rows = found.slice(0, PAGE_SIZE);
    const last = rows[rows.length - 1]?.session;
    const more = found.length > PAGE_SIZE && last !== undefined;
    return {
      rows,
      older: more ? { ...query, before: { issuedAtMs: last.issuedAtMs, id: last.id } } : null,
      clients: [...new Set((await apiKeys.list()).map(({ clientId }) => clientId))].sort(),
    };
  });
}
