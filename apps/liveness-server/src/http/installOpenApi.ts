import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { readVersion } from '../app/readVersion.js';

/** The OpenAPI document, made from the schemas that judge each request. Register it before the routes. */
export async function installOpenApi(
  app: FastifyInstance,
  { publicUrl }: { publicUrl: string },
): Promise<void> {
  await app.register(swagger, {
    // What carries no tag is no part of the API: the console, a static site, this document itself.
    transform: ({ schema, url }) => ({ schema: schema?.tags ? schema : { ...schema, hide: true }, url }),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'huoti',
        description:
          'Liveness and face comparison on your own machines. The backend holds an API key; the client a session token that is worth nothing without the key it was bound to (DPoP, RFC 9449). Every refusal is `application/problem+json`.',
        version: readVersion(),
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: publicUrl }],
      tags: [
        { name: 'backend', description: "For the integrator's own servers, by API key" },
        { name: 'client', description: 'For the page or app that carries a session through, by DPoP' },
        { name: 'open', description: 'For everyone' },
      ],
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'An API key: `Authorization: Bearer hk_...`',
          },
          dpop: {
            type: 'http',
            scheme: 'dpop',
            description:
              'The session token and a proof: `Authorization: DPoP <token>` and `DPoP: <proof>`, RFC 9449',
          },
        },
      },
    },
  });
}
