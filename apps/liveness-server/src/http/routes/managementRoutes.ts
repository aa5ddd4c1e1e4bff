import type { ApiScope } from '@huoti/server';
import type { FastifyInstance } from 'fastify';
import type { AppOptions } from '../AppOptions.js';
import { requireBackend } from '../auth/requireBackend.js';
import type { Limiter } from '../createLimiter.js';
import { checksRoute } from './checksRoute.js';
import { compareRoute } from './compareRoute.js';
import { enrolRoute } from './enrolRoute.js';
import { guardianRoutes } from './guardianRoutes.js';
import { referenceRoutes } from './referenceRoutes.js';
import { rightsArchiveRoute } from './rightsArchiveRoute.js';
import { rightsPortableRoutes } from './rightsPortableRoutes.js';
import { rightsRoutes } from './rightsRoutes.js';
import { rightsSubjectRoutes } from './rightsSubjectRoutes.js';
import { sessionRoutes } from './sessionRoutes.js';
import { webhookRoutes } from './webhookRoutes.js';

/** Everything that takes an API key, each part behind the scope that it needs. */
export async function managementRoutes(
  app: FastifyInstance,
  {
    context,
    metrics,
    faceReader,
    perKey,
  }: Pick<AppOptions, 'context' | 'metrics' | 'faceReader'> & { perKey: Limiter },
): Promise<void> {
  const behind = async (
    scope: ApiScope,
    routes: (within: FastifyInstance) => Promise<void>,
  ): Promise<void> => {
    await app.register(async (within) => {
      within.addHook('onRequest', requireBackend({ context, limiter: perKey, scope }));
      await routes(within);
    });
  };
  const faces = faceReader === undefined ? { context } : { context, faceReader };
  await behind('sessions', async (within) => {
    await within.register(sessionRoutes, { context, metrics });
    await within.register(checksRoute, { context });
  });
  await behind('references', async (within) => {
    await within.register(referenceRoutes, { context });
    await within.register(enrolRoute, faces);
  });
  await behind('compare', async (within) => void (await within.register(compareRoute, faces)));
  await behind('rights', async (within) => {
    await within.register(guardianRoutes, { context });
    await within.register(rightsRoutes, { context });
    await within.register(rightsArchiveRoute, { context });
    await within.register(rightsSubjectRoutes, { context });
    await within.register(rightsPortableRoutes, { context });
  });
  await behind('webhooks', async (within) => void (await within.register(webhookRoutes, { context })));
}
