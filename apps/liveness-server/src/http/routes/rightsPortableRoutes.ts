import { EpochMsSchema, SubjectSchema } from '@huoti/protocol';
import { exportPortable, importPortable, PORTABLE_LIMITS, portableKey } from '@huoti/server';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { AppOptions } from '../AppOptions.js';
import { backendOf } from '../auth/backendOf.js';
import { respond } from '../respond.js';
import { described, REFUSALS } from '../schemas.js';
import { sendRefusal } from '../sendRefusal.js';
import { CaseParamsSchema } from './rightsSchemas.js';

const strict = { additionalProperties: false } as const;
/** For a key, and for the keys of another operator. */
const KEY_BYTES = 4_096;
const KEYS_BYTES = 32_768;
const text = Type.String({ maxLength: 512 });

/** A public key on P-256; anything more in it is not looked at. */
const RecipientSchema = Type.Object(
  { kty: Type.Literal('EC'), crv: Type.Literal('P-256'), x: text, y: text },
  { description: "The other operator's, from its GET /v1/portable-key" },
);
const OpenKeySchema = Type.Object(
  { kty: text, crv: text, x: text, y: text, kid: text, alg: text, use: text },
  strict,
);
const ImportSchema = Type.Object(
  {
    document: Type.String({
      minLength: 1,
      maxLength: PORTABLE_LIMITS.sealedBytes,
      description: 'As the person brought it: a compact JWE',
    }),
    subject: Type.Unsafe<string>({ ...SubjectSchema, description: "The person's name here" }),
    sourceSubject: Type.Unsafe<string>({
      ...SubjectSchema,
      description: "The person's name at the other operator; a document of another is refused",
    }),
    senderKeys: Type.Object(
      { keys: Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 20 }) },
      { description: "The other operator's /.well-known/jwks.json, which you fetched and trust" },
    ),
  },
  strict,
);
const ImportedSchema = Type.Object(
  {
    issuer: Type.String({ maxLength: 256 }),
    exportedAtMs: EpochMsSchema,
    subject: SubjectSchema,
    references: Type.Array(
      Type.Object(
        { id: SubjectSchema, model: Type.String({ maxLength: 128 }), isNew: Type.Boolean() },
        strict,
      ),
      { maxItems: PORTABLE_LIMITS.references },
    ),
  },
  strict,
);

/** What people carry to another operator, and bring from one. The caller is known by here. */
export const rightsPortableRoutes: FastifyPluginAsyncTypebox<Pick<AppOptions, 'context'>> = async (
  app,
  { context },
) => {
  const shared = { tags: ['backend'], security: [{ apiKey: [] }] };

  app.get(
    '/v1/portable-key',
    {
      schema: {
        ...shared,
        summary: 'The public key that documents for this operator are encrypted to',
        response: { 200: described(OpenKeySchema, 'A JWK, to be handed to the other operator'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const {
        kty = '',
        crv = '',
        x = '',
        y = '',
        kid,
        alg = '',
        use = '',
      } = (await portableKey(context)).open;
      return respond(request, reply, { ok: true, body: { kty, crv, x, y, kid, alg, use } });
    },
  );

  app.post(
    '/v1/rights-requests/:caseId/portable',
    {
      bodyLimit: KEY_BYTES,
      schema: {
        ...shared,
        summary:
          'The document of a case of the kind portability, encrypted to the operator that the person goes to',
        params: CaseParamsSchema,
        body: Type.Object({ recipient: RecipientSchema }, strict),
        response: {
          200: {
            description: 'A compact JWE, typ huoti-portable+jwe; docs/portable-format.md',
            content: { 'application/jose': { schema: Type.String() } },
          },
          ...REFUSALS,
        },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const answer = await exportPortable(context, {
        ...{ caseId: request.params.caseId, clientId, actor: `key:${keyId}` },
        recipient: request.body.recipient,
      });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      return reply.code(200).type('application/jose').serializer(String).send(answer.document);
    },
  );

  app.post(
    '/v1/portable-imports',
    {
      bodyLimit: PORTABLE_LIMITS.sealedBytes + KEYS_BYTES,
      schema: {
        ...shared,
        summary: 'Take in the enrolled faces that a person brings from another operator',
        body: ImportSchema,
        response: { 201: described(ImportedSchema, 'What is kept now; all or nothing'), ...REFUSALS },
      },
    },
    async (request, reply) => {
      const { clientId, keyId } = backendOf(request);
      const answer = await importPortable(context, { ...request.body, clientId, actor: `key:${keyId}` });
      if (!answer.ok) return sendRefusal(request, reply, answer.refusal);
      const { imported } = answer;
      const body = { ...imported, references: [...imported.references] };
      return respond(request, reply, { ok: true, body }, { status: 201 });
    },
  );
};
