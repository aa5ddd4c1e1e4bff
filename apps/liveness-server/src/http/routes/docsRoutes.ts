import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** Everything comes from this origin; scripts and styles stand in files. Swagger UI draws its icons from data URLs. */
const DOCS_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The document at `/openapi.json` and as a page at `/docs`, which asks no other origin for anything. */
export async function docsRoutes(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: DOCS_POLICY,
    // A key in a page is a leak: the page shows what there is and sends nothing.
    uiConfig: { supportedSubmitMethods: [], validatorUrl: null, deepLinking: true, docExpansion: 'list' },
  });
}
