import { isHuotiError } from '@huoti/protocol';
import { CompactEncrypt } from 'jose';
import type { Answer } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import { writeAudit } from '../../audit/writeAudit.js';
import type { ServerContext } from '../../context/ServerContext.js';
import { openPlainTemplate } from '../../references/openPlainTemplate.js';
import { pseudonymOf } from '../../subjects/pseudonymOf.js';
import { readSubjectRecords } from '../archive/readSubjectRecords.js';
import { readRightsCase } from '../cases/readRightsCase.js';
import { subjectUnknown } from '../subjects/subjectUnknown.js';
import type { PortableDocument } from './PortableDocument.js';
import { portableHistory } from './portableHistory.js';
import { PORTABLE_LIMITS } from './portableLimits.js';
import { PORTABLE_TYPES } from './portableTypes.js';
import { recipientKey, type RecipientKey } from './recipientKey.js';
import { writeTemplateText } from './templateText.js';

/** What {@link exportPortable} takes. */
export interface ExportPortableOptions {
  /** Of the kind portability. */
  caseId: string;
  /** From the API key; left out for an operator. */
  clientId?: string;
  /** Public key of the operator that the person goes to, a JWK: its `GET /v1/portable-key`. */
  recipient: unknown;
  /** For the audit log: `key:<id>` or `operator:<id>`. @default "system" */
  actor?: string;
}

async function readRecipient(jwk: unknown): Promise<Answer<{ recipient: RecipientKey }>> {
  try {
    return { ok: true, recipient: await recipientKey(jwk) };
  } catch (error) {
    if (isHuotiError(error, 'INVALID_ARGUMENT')) return refused('INVALID_ARGUMENT', error.message);
    throw error;
  }
}

/**
 * What a person carries to another operator, with the enrolled face: signed by this service, then encrypted to that operator alone (JWE,
 * ECDH-ES and A256GCM). docs/portable-format.md describes it. The templates are turned back first, so that the other one can turn them anew.
 *
 * Refused: NOT_FOUND for a case that is none; CONFLICT for one of another kind, refused, or whose person is deleted; INVALID_ARGUMENT for a
 * recipient's key that is none; PAYLOAD_TOO_LARGE for more than 50 enrolled faces.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault
 * @example const { document } = await exportPortable(context, { caseId, clientId: 'bank', recipient: jwkOfTheOther });
 */
export async function exportPortable(
  context: ServerContext,
  { caseId, clientId, recipient: jwk, actor = 'system' }: ExportPortableOptions,
): Promise<Answer<{ document: string }>> {
  const found = await readRightsCase(context, { caseId, ...(clientId === undefined ? {} : { clientId }) });
  if (!found.ok) return found;
  const { kind, state, subject, clientId: owner } = found.rightsCase;
  if (kind !== 'portability' || state === 'refused') {
    return refused('CONFLICT', 'the case does not ask for this: open one of the kind "portability"');
  }
  if (subject === null) return refused('CONFLICT', 'the person was deleted: nothing is left to give');
  const key = await readRecipient(jwk);
  if (!key.ok) return key;
  const { recipient } = key;
  const whom = { clientId: owner, subject };
  const read = await readSubjectRecords(context, whom);
  if (!read.ok) return read;
  const pseudonym = await pseudonymOf(context, whom);
  if (pseudonym === null) return subjectUnknown();
  const { issuer } = context.settings;
  const history = portableHistory(read.records, { issuer, nowMs: context.time.nowMs() });
  if (history.references.length > PORTABLE_LIMITS.references) {
    return refused(
      'PAYLOAD_TOO_LARGE',
      `one document holds ${PORTABLE_LIMITS.references} enrolled faces: delete those that are not in use`,
    );
  }
  const references: PortableDocument['references'] = [];
  for (const one of history.references) {
    const opened = await openPlainTemplate(context, { clientId: owner, id: one.id });
    // Deleted since the rows were read: it is not the person's to carry any more.
    if (opened.ok) references.push({ ...one, template: writeTemplateText(opened.template) });
  }
  await context.store.transaction((tx) =>
    writeAudit(tx, context, {
      actor,
      action: 'portable-export',
      object: caseId,
      pseudonym,
      facts: { recipient: recipient.kid, references: references.length },
    }),
  );
  const signed = await context.signer.sign(PORTABLE_TYPES.signed, { ...history, references });
  const document = await new CompactEncrypt(new TextEncoder().encode(signed))
    .setProtectedHeader({
      alg: 'ECDH-ES',
      enc: 'A256GCM',
      kid: recipient.kid,
      typ: PORTABLE_TYPES.sealed,
      cty: PORTABLE_TYPES.signed,
    })
    .encrypt(recipient.key);
  return { ok: true, document };
}
