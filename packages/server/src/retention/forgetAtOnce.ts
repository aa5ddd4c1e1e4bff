import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow } from '../ports/rows.js';
import { forgetParts } from './forgetParts.js';
import { retentionOf } from './retentionOf.js';

/** At a session's end, what is kept of it for no time at all. A crash before it is made good by `expire`. */
export async function forgetAtOnce(
  context: ServerContext,
  session: Pick<SessionRow, 'id' | 'policy' | 'ageBand' | 'issuedAtMs'>,
  { signal }: { signal: AbortSignal | undefined },
): Promise<void> {
  const { id } = session;
  const nowMs = context.time.nowMs();
  const { picturesMs, evidenceMs } = retentionOf(context.settings, session, { nowMs });
  if (picturesMs > 0 && evidenceMs > 0) return;
  const rows = await context.store.transaction((tx) => tx.parts.list(id));
  const gone = rows.filter(({ name }) => (name.startsWith('picture-') ? picturesMs : evidenceMs) === 0);
  await forgetParts(context, gone, { signal });
}
