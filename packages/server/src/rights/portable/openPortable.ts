import { isHuotiError } from '@huoti/protocol';
import { Value } from '@sinclair/typebox/value';
import { compactDecrypt, compactVerify, createLocalJWKSet, importJWK, type JSONWebKeySet } from 'jose';
import type { Answer, Refused } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import type { ServerContext } from '../../context/ServerContext.js';
import { type PortableDocument, PortableDocumentSchema } from './PortableDocument.js';
import { portableKey } from './portableKey.js';
import { PORTABLE_LIMITS } from './portableLimits.js';
import { PORTABLE_TYPES } from './portableTypes.js';

/** What {@link openPortable} takes. */
export interface OpenPortableOptions {
  /** As it came: a compact JWE. */
  document: string;
  /** The other operator's `/.well-known/jwks.json`, fetched by whoever trusts it. */
  senderKeys: unknown;
}

const COMPACT_JWE = /^[\w-]+\.[\w-]*\.[\w-]+\.[\w-]+\.[\w-]+$/;

function parseDocument(bytes: Uint8Array): Answer<{ document: PortableDocument }> {
  const malformed = (what: string): Refused => refused('PROTOCOL_MALFORMED', `the document is none: ${what}`);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return malformed('it holds no JSON');
  }
  const { format, version } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Partial<PortableDocument>;
  if (format !== 'huoti-portable') return malformed('its format is not "huoti-portable"');
  if ((version as unknown) !== 1) {
    return refused(
      'PROTOCOL_VERSION_UNSUPPORTED',
      'the document is of a version that this release does not read: it reads version 1',
    );
  }
  if (!Value.Check(PortableDocumentSchema, value)) {
    const place = Value.Errors(PortableDocumentSchema, value).First()?.path ?? '';
    // Names of members stand in a path as the sender wrote them: nothing but a plain one is repeated.
    return malformed(
      /^(?:\/[A-Za-z0-9]{1,40})+$/.test(place)
        ? `it is wrong at ${place}`
        : 'it is not as docs/portable-format.md says',
    );
  }
  return { ok: true, document: value };
}

/**
 * Opens a document that was sealed for this service, and checks who signed it. What it says is the sender's word.
 *
 * Refused: PAYLOAD_TOO_LARGE; PROTOCOL_MALFORMED for one that was sealed for somebody else, altered, signed by none of the given keys, or holds
 * something else; PROTOCOL_VERSION_UNSUPPORTED; INVALID_ARGUMENT for keys that are none.
 *
 * @throws HuotiError BUSY, HOST_ERROR where the store or the master key is at fault
 */
export async function openPortable(
  context: ServerContext,
  { document, senderKeys }: OpenPortableOptions,
): Promise<Answer<{ document: PortableDocument }>> {
  if (document.length > PORTABLE_LIMITS.sealedBytes) {
    return refused('PAYLOAD_TOO_LARGE', `the document has more than ${PORTABLE_LIMITS.sealedBytes} bytes`);
  }
  const { secret, open } = await portableKey(context);
  const notOurs = refused(
    'PROTOCOL_MALFORMED',
    `the document was altered, or sealed for another key than ${open.kid}: have it made for the one of GET /v1/portable-key`,
  );
  if (!COMPACT_JWE.test(document)) return notOurs;
  let signed: string;
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(
      document,
      await importJWK(secret, 'ECDH-ES'),
      {
        keyManagementAlgorithms: ['ECDH-ES'],
        contentEncryptionAlgorithms: ['A256GCM'],
      },
    );
    if (protectedHeader.typ !== PORTABLE_TYPES.sealed) return notOurs;
    signed = new TextDecoder().decode(plaintext);
  } catch (error) {
    if (isHuotiError(error)) throw error;
    return notOurs;
  }
  let keys: ReturnType<typeof createLocalJWKSet>;
  try {
    keys = createLocalJWKSet(senderKeys as JSONWebKeySet);
  } catch {
    return refused('INVALID_ARGUMENT', "senderKeys: the other operator's /.well-known/jwks.json");
  }
  try {
    const { payload, protectedHeader } = await compactVerify(signed, keys, {
      algorithms: ['ES256', 'EdDSA'],
    });
    // A result or a plan is signed by the same keys: the type is part of what was signed.
    if (protectedHeader.typ !== PORTABLE_TYPES.signed) throw new TypeError('another type');
    return parseDocument(payload);
  } catch (error) {
    if (isHuotiError(error)) throw error;
    return refused('PROTOCOL_MALFORMED', 'the document is signed by none of the keys in senderKeys');
  }
}
