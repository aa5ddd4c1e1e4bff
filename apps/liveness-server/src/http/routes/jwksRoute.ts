import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { described } from '../schemas.js';

/** A new key is in use some minutes after it is shown: backends may keep the set this long, s. */
const CACHE_SECONDS = 300;

const JwksSchema = Type.Object({
  keys: Type.Array(
    Type.Object(
      {
        kty: Type.String(),
        crv: Type.String(),
        x: Type.String(),
        y: Type.Optional(Type.String()),
        kid: Type.String(),
        alg: Type.String(),
        /** `audit`: heads of the audit log, and nothing else. */
        use: Type.Union([Type.Literal('sig'), Type.Literal('audit')]),
      },
      // Whatever else stands in a key does not leave: an answer with it is an error.
      { additionalProperties: false },
    ),
  ),
});

/** The public keys that results are verified with, and those of the audit log's heads. */
export const jwksRoute: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context'>> = async (app, { context }) => {
  app.get(
    '/.well-known/jwks.json',
    {
      schema: {
        tags: ['open'],
        summary: 'The public keys of this service',
        response: { 200: described(JwksSchema, 'A JWK set, RFC 7517') },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', `public, max-age=${CACHE_SECONDS}`);
      const keys = [context.signer, context.auditSigner].flatMap((signer) => signer.jwks().keys);
      return reply.send({ keys } as { keys: never[] });
    },
  );
};
