import { syntheticTemplate } from '@huoti/embedder/testing';
import { DEFAULT_DEPLOYMENT } from '@huoti/privacy';
import { CompactEncrypt, importJWK } from 'jose';
import type { FaceReader } from '../../ports/FaceReader.js';
import type { SignedType } from '../../ports/Signer.js';
import { enrolReference } from '../../references/enrolReference.js';
import { openRightsCase } from '../../rights/cases/openRightsCase.js';
import { exportPortable } from '../../rights/portable/exportPortable.js';
import { importPortable, type ImportPortableOptions } from '../../rights/portable/importPortable.js';
import type { PortableDocument } from '../../rights/portable/PortableDocument.js';
import { portableKey } from '../../rights/portable/portableKey.js';
import { writeTemplateText } from '../../rights/portable/templateText.js';
import { createTestContext, type TestContext } from '../createTestContext.js';
import { answered } from '../driveSession.js';

const reader: FaceReader = {
  read: async (bytes) => ({
    kind: 'one',
    template: syntheticTemplate(new TextDecoder().decode(bytes)),
    quality: 0.8,
  }),
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Two operators, each with a service of its own, and what passes between them. */
export async function createPortableBench() {
  const bank = await createTestContext({
    seed: 1,
    settings: { issuer: 'https://bank.example', privacy: DEFAULT_DEPLOYMENT },
  });
  const shop = await createTestContext({
    seed: 2,
    settings: { issuer: 'https://shop.example', privacy: DEFAULT_DEPLOYMENT },
  });

  const codeOf = (answer: { ok: boolean; refusal?: { code: string } }) => answer.refusal?.code ?? 'ok';
  const enrol = async (
    context: TestContext,
    clientId: string,
    id: string,
    subject: string,
    person = subject,
  ) => answered(await enrolReference(context, { clientId, id, subject, picture: bytes(person), reader }));

  /** Everything of a person from one operator, sealed for the other. */
  async function carry(
    from: TestContext,
    to: TestContext,
    { clientId, subject }: { clientId: string; subject: string },
  ) {
    const opened = await openRightsCase(from, { clientId, subject, kind: 'portability' });
    const { open } = await portableKey(to);
    const caseId = answered(opened).rightsCase.id;
    return answered(await exportPortable(from, { caseId, clientId, recipient: open })).document;
  }

  const take = (document: string, options: Partial<ImportPortableOptions> = {}) =>
    importPortable(shop, {
      ...{ clientId: 'shop', document, subject: 's-9', sourceSubject: 'anna', actor: 'key:k2' },
      senderKeys: bank.signer.jwks(),
      ...options,
    });

  /** A document as the bank would have signed and sealed it, with changes. */
  async function forged(
    changes: Partial<Record<keyof PortableDocument, unknown>>,
    signer = bank.signer,
    typ: SignedType = 'huoti-portable+jwt',
  ): Promise<string> {
    const document: PortableDocument = {
      format: 'huoti-portable',
      version: 1,
      issuer: 'https://bank.example',
      exportedAtMs: bank.time.nowMs(),
      subject: 'anna',
      ageBand: 'adult',
      references: [],
      consents: [],
      sessions: [],
      historyIsCut: false,
    };
    return seal(await signer.sign(typ, { ...document, ...changes }));
  }
  async function seal(signed: string, header: Record<string, string> = {}): Promise<string> {
    const { open } = await portableKey(shop);
    return new CompactEncrypt(bytes(signed))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', typ: 'huoti-portable+jwe', ...header })
      .encrypt(await importJWK(open, 'ECDH-ES'));
  }
  const face = (id: string, changes: Partial<PortableDocument['references'][number]> = {}) => ({
    id,
    model: 'synthetic@1',
    createdAtMs: bank.time.nowMs(),
    expiresAtMs: null,
    template: writeTemplateText(syntheticTemplate('anna')),
    ...changes,
  });
  return { reader, bank, shop, codeOf, enrol, carry, take, forged, seal, face };
}
