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
        use: Type.Literal('sig'),
      },
      // Whatever else stands in a key does not leave: an answer with it is an error.
      { additionalProperties: false },
    ),
  ),
});

/** The public keys that results are verified with. */
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
      return reply.send(context.signer.jwks() as { keys: never[] });
    },
  );
};
