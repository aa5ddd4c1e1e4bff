import { SubjectSchema } from '@huoti/protocol';
import { type ComparedFace, comparePictures } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type Static, Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { noFaceReader } from '../noFaceReader.js';
import { respond } from '../respond.js';
import { described, REFUSALS } from '../schemas.js';
import { sendRefusal } from '../sendRefusal.js';

const strict = { additionalProperties: false } as const;
const share = Type.Number({ minimum: 0, maximum: 1 });
/** Characters of base64 for so many bytes, its padding included. */
const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;
/** For what stands around two pictures. */
const MARGIN_BYTES = 1_024;

const faceSchema = (stillBytes: number) =>
  Type.Union([
    Type.Object(
      {
        picture: Type.String({
          minLength: 4,
          maxLength: base64Length(stillBytes),
          // No choice inside of a repetition: the check takes one pass, however long the text is.
          pattern: '^[A-Za-z0-9+/]+={0,2}$',
          contentEncoding: 'base64',
          description: 'A JPEG, PNG or WebP file; looked at and forgotten',
        }),
      },
      strict,
    ),
    Type.Object({ referenceId: SubjectSchema }, strict),
  ]);

const ComparedSchema = Type.Object(
  {
    same: Type.Boolean(),
    similarity: share,
    threshold: share,
    /** Share of different people who reach the threshold. */
    far: share,
    model: Type.String({ maxLength: 128 }),
  },
  strict,
);

const comparedFace = (face: Static<ReturnType<typeof faceSchema>>): ComparedFace =>
  'picture' in face ? { picture: Buffer.from(face.picture, 'base64') } : face;

/** Two faces, each a picture or an enrolled one: are they of one person. */
export const compareRoute: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context' | 'faceReader'>> = async (
  app,
  { context, faceReader },
) => {
  const { stillBytes } = context.settings.limits;
  const face = faceSchema(stillBytes);
  app.post(
    '/v1/compare',
    {
      bodyLimit: 2 * base64Length(stillBytes) + MARGIN_BYTES,
      schema: {
        tags: ['backend'],
        security: [{ apiKey: [] }],
        summary: 'Compare two faces; nothing of them is kept',
        body: Type.Object({ first: face, second: face }, strict),
        response: { 200: described(ComparedSchema, 'How alike they are'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      if (faceReader === undefined) return sendRefusal(request, reply, noFaceReader());
      const { clientId, keyId } = backendOf(request);
      const answer = await comparePictures(context, {
        clientId,
        first: comparedFace(request.body.first),
        second: comparedFace(request.body.second),
        reader: faceReader,
        actor: `key:${keyId}`,
      });
      return respond(request, reply, answer.ok ? { ok: true, body: answer.comparison } : answer);
    },
  );
};
