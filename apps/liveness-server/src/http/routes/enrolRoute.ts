import { SubjectSchema } from '@huoti/protocol';
import { enrolReference } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { noFaceReader } from '../noFaceReader.js';
import { respond } from '../respond.js';
import { BytesSchema, described, REFUSALS } from '../schemas.js';
import { sendRefusal } from '../sendRefusal.js';
import { EnrolledReferenceSchema, ReferenceParamsSchema } from './referenceSchemas.js';

/** What a picture may come as; which it is, its bytes say. */
const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream'] as const;

const PICTURE_BODY = {
  content: Object.fromEntries(PICTURE_TYPES.map((type) => [type, { schema: BytesSchema }])),
};

const QuerySchema = Type.Object(
  {
    subject: Type.Optional({
      ...SubjectSchema,
      description: 'Whose face it is; without it who it was before, for a new one the id itself',
    }),
    expiresAtMs: Type.Optional(
      Type.String({
        pattern: '^[0-9]{1,16}$',
        description: 'When the face is deleted by itself, ms since 1970',
      }),
    ),
  },
  { additionalProperties: false },
);

const onlyAny = (what: string) => Type.Optional(Type.Literal('*', { description: what }));
const HeadersSchema = Type.Object({
  'if-match': onlyAny('Only where the id is enrolled already: replace'),
  'if-none-match': onlyAny('Only where the id is not enrolled yet: never replace'),
});

/** `PUT` of a face as the plain bytes of a picture. A scope of its own: nothing here is parsed as JSON. */
export const enrolRoute: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context' | 'faceReader'>> = async (
  app,
  { context, faceReader },
) => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser([...PICTURE_TYPES], { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  app.put(
    '/v1/references/:referenceId',
    {
      bodyLimit: context.settings.limits.stillBytes,
      schema: {
        tags: ['backend'],
        security: [{ apiKey: [] }],
        summary: 'Enrol a face, or replace it; only its template is kept',
        params: ReferenceParamsSchema,
        querystring: QuerySchema,
        headers: HeadersSchema,
        body: PICTURE_BODY,
        response: { 200: described(EnrolledReferenceSchema, 'The reference'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      if (faceReader === undefined) return sendRefusal(request, reply, noFaceReader());
      const { clientId, keyId } = backendOf(request);
      const { expiresAtMs, subject } = request.query;
      const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = request.headers;
      const answer = await enrolReference(context, {
        clientId,
        id: request.params.referenceId,
        picture: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
        reader: faceReader,
        ifThere: ifNoneMatch === undefined ? 'replace' : 'refuse',
        ifNew: ifMatch === undefined ? 'enrol' : 'refuse',
        ...(subject === undefined ? {} : { subject }),
        ...(expiresAtMs === undefined ? {} : { expiresAtMs: Number(expiresAtMs) }),
        actor: `key:${keyId}`,
      });
      return respond(request, reply, answer.ok ? { ok: true, body: answer.reference } : answer);
    },
  );
};
