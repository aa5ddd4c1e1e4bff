import { HuotiError } from '@huoti/protocol';
import type { ReadinessCheck } from '../http/ReadinessCheck.js';
import type { JudgePool } from '../worker/createJudgePool.js';
import type { Resources } from './Resources.js';

/** An id that no session has: looking for it reads a table and finds nothing. */
const NOBODY = 'readiness-check';

/** What has to work before requests should come: database, queue, signing key, models. */
export function readinessChecks(
  { context, queue }: Pick<Resources, 'context' | 'queue'>,
  { pool }: { pool: JudgePool },
): readonly ReadinessCheck[] {
  const { store, signer } = context;
  // Asked once: a thread that judges answers nobody meanwhile, and models that were loaded stay so.
  let models: Promise<void> | null = null;
  return [
    { name: 'database', check: async () => void (await store.transaction((tx) => tx.sessions.get(NOBODY))) },
    { name: 'queue', check: async () => void (await queue.counts()) },
    {
      name: 'signing-key',
      check: async () => {
        const verified = await signer.verify('huoti-plan+jwt', await signer.sign('huoti-plan+jwt', {}));
        if (!verified.ok)
          throw new HuotiError('HOST_ERROR', 'the signing key does not verify what it signed');
      },
    },
    {
      name: 'models',
      check: async () => {
        models ??= pool.ready();
        await models.catch((error: unknown) => {
          models = null;
          throw error;
        });
      },
    },
  ];
}
