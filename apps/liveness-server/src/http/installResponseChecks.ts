import { HuotiError } from '@huoti/protocol';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { Kind, type TSchema } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';

const isTypeBox = (schema: unknown): schema is TSchema =>
  typeof schema === 'object' && schema !== null && Kind in schema;

/**
 * Answers leave only as their schema says: one that holds something else is the service's fault and is not sent, instead
 * of being cut to size in silence.
 */
export function installResponseChecks(app: FastifyInstance): void {
  app.setSerializerCompiler(({ schema, httpStatus, url }) => {
    if (!isTypeBox(schema)) return (body) => JSON.stringify(body);
    const compiled = TypeCompiler.Compile(schema);
    return (body) => {
      if (compiled.Check(body)) return JSON.stringify(body);
      const place = compiled.Errors(body).First()?.path ?? '';
      throw new HuotiError(
        'HOST_ERROR',
        `an answer of ${url} (${httpStatus ?? ''}) breaks its schema at ${place}`,
      );
    };
  });
}
