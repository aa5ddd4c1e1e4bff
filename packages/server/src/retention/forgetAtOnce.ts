import type { ServerContext } from '../context/ServerContext.js';
import type { SessionRow } from '../ports/rows.js';
import { forgetParts } from './forgetParts.js';
import { retentionOf } from './retentionOf.js';

/** At a session's end, what its policy keeps for no time at all. A crash before it is made good by `expire`. */
export async function forgetAtOnce(
  context: ServerContext,
  { id, policy }: Pick<SessionRow, 'id' | 'policy'>,
  { signal }: { signal: AbortSignal | undefined },
): Promise<void> {
  const { picturesMs, evidenceMs } = retentionOf(context.settings, policy.name);
  if (picturesMs > 0 && evidenceMs > 0) return;
  const rows = await context.store.transaction((tx) => tx.parts.list(id));
  const gone = rows.filter(({ name }) => (name.startsWith('picture-') ? picturesMs : evidenceMs) === 0);
  await forgetParts(context, gone, { signal });
}
