import type { Static, TSchema } from '@sinclair/typebox';
import { Errors } from '@sinclair/typebox/errors';
import { Check } from '@sinclair/typebox/value';
import { HuotiError } from '@huoti/protocol';
import { utf8Text } from './utf8.js';

/**
 * Reads a server's answer: JSON of exactly the expected shape, or an error that names the first field that is not.
 *
 * @param what names the answer in the error
 * @throws HuotiError PROTOCOL_MALFORMED
 */
export function readAnswer<T extends TSchema>(schema: T, body: Uint8Array, what: string): Static<T> {
  let value: unknown;
  try {
    value = JSON.parse(utf8Text(body));
  } catch (error) {
    throw new HuotiError('PROTOCOL_MALFORMED', `${what}: the server did not answer with JSON`, {
      cause: error,
    });
  }
  if (!Check(schema, value)) {
    const first = Errors(schema, value).First();
    const where = first?.path ? first.path.slice(1).replace(/\//g, '.') : 'the answer';
    throw new HuotiError('PROTOCOL_MALFORMED', `${what}: ${where}: ${first?.message ?? 'not as expected'}`);
  }
  return value;
}
