import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';

/**
 * Writes into the audit log that this process runs with the operator's clearance to take faces inside WeChat, and which. Called
 * once at the start; does nothing where none is set.
 *
 * @throws HuotiError BUSY where the store is away
 * @example await auditClearance(context);
 */
export async function auditClearance(
  context: Pick<ServerContext, 'store' | 'time' | 'settings'>,
): Promise<void> {
  const reference = context.settings.wechatFaceClearance;
  if (reference === null) return;
  await context.store.transaction((tx) =>
    writeAudit(tx, context, { action: 'wechat-clearance-set', object: 'wechat', facts: { reference } }),
  );
}
