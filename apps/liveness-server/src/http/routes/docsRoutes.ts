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

/** The name in the place of a framework's logo. */
const LOGO = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40" width="120" height="40" role="img" aria-label="huoti">
<text x="0" y="28" font-family="system-ui, sans-serif" font-size="26" font-weight="700" fill="#fff">huoti</text></svg>`;

/** The document at `/openapi.json` and as a page at `/docs`, which asks no other origin for anything. */
export async function docsRoutes(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: DOCS_POLICY,
    logo: { type: 'image/svg+xml', content: LOGO },
    theme: { title: 'huoti API' },
    // A key in a page is a leak: the page shows what there is and sends nothing.
    uiConfig: { supportedSubmitMethods: [], validatorUrl: null, deepLinking: true, docExpansion: 'list' },
  });
}
