import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { StaticSite } from '../AppOptions.js';

/** A folder of files at `/`, under its own policy: what a page needs is not what an API answer needs. */
export async function staticRoutes(
  app: FastifyInstance,
  { staticSite }: { staticSite: StaticSite },
): Promise<void> {
  const { folder, contentSecurityPolicy, headers = {} } = staticSite;
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', contentSecurityPolicy);
    for (const [name, value] of Object.entries(headers)) reply.header(name, value);
  });
  await app.register(fastifyStatic, {
    root: folder,
    dotfiles: 'ignore',
    index: ['index.html'],
    cacheControl: false,
  });
}
