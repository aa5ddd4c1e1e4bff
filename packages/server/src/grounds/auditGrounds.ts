import { writeAudit } from '../audit/writeAudit.js';
import type { ServerContext } from '../context/ServerContext.js';

/**
 * Writes into the audit log on which grounds in law sessions may run without a consent here. Called once at the start; does nothing where
 * none is allowed.
 *
 * @throws HuotiError BUSY where the store is away
 * @example await auditGrounds(context);
 */
export async function auditGrounds(
  context: Pick<ServerContext, 'store' | 'time' | 'settings'>,
): Promise<void> {
  const { legalGrounds } = context.settings;
  if (legalGrounds.length === 0) return;
  await context.store.transaction((tx) =>
    writeAudit(tx, context, {
      action: 'legal-grounds-set',
      object: 'settings',
      facts: { grounds: legalGrounds.join(' ') },
    }),
  );
}
