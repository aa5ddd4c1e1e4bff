import { PartResponseSchema } from '@huoti/protocol';
import { acceptPart } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { respond } from '../respond.js';
import { BytesSchema, described, REFUSALS, SessionParamsSchema } from '../schemas.js';

const PartParamsSchema = Type.Composite([
  SessionParamsSchema,
  Type.Object({
    part: Type.String({
      pattern: '^(?:manifest|chunk-[0-9]{1,2}|picture-[0-9]{1,2}-[0-9]{1,3})$',
      description: 'manifest, chunk-<n> or picture-<chunk>-<index>',
    }),
  }),
]);

/** `PUT` of one part as plain bytes. A scope of its own: nothing here is parsed as JSON. */
export const evidenceRoutes: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context'>> = async (
  app,
  { context },
) => {
  const { chunkBytes, pictureBytes, manifestBytes } = context.settings.limits;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.put(
    '/v1/sessions/:sessionId/evidence/:part',
    {
      bodyLimit: Math.max(chunkBytes, pictureBytes, manifestBytes),
      schema: {
        tags: ['client'],
        security: [{ dpop: [] }],
        summary: 'Send one part of the evidence; it may be sent again, or replaced, until completion',
        params: PartParamsSchema,
        headers: Type.Object({
          'content-digest': Type.Optional(
            Type.String({ maxLength: 512, description: 'sha-256=:<base64>:, RFC 9530' }),
          ),
        }),
        body: { content: { 'application/octet-stream': { schema: BytesSchema } } },
        response: { 200: described(PartResponseSchema, 'The part as it was kept'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { sessionId, part } = request.params;
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const contentDigest = request.headers['content-digest'];
      return respond(
        request,
        reply,
        await acceptPart(context, { sessionId, name: part, bytes, contentDigest }),
      );
    },
  );
};
