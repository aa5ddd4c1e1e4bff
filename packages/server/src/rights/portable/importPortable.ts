import { calibrationOf, compareTemplates, type FaceTemplate } from '@huoti/embedder';
import { isHuotiError } from '@huoti/protocol';
import type { Answer } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import { writeAudit } from '../../audit/writeAudit.js';
import type { ServerContext } from '../../context/ServerContext.js';
import { refuseRestricted } from '../../consent/refuseRestricted.js';
import { lockReference } from '../../references/lockReference.js';
import { openPlainTemplate } from '../../references/openPlainTemplate.js';
import { putReference } from '../../references/putReference.js';
import { sealTemplate, type SealedTemplate } from '../../references/sealTemplate.js';
import { admitSubject } from '../../subjects/admitSubject.js';
import { ensureSubject } from '../../subjects/ensureSubject.js';
import { openPortable } from './openPortable.js';
import type { PortableDocument } from './PortableDocument.js';
import { readTemplateText } from './templateText.js';

/** What {@link importPortable} takes. */
export interface ImportPortableOptions {
  /** From the API key. */
  clientId: string;
  /** As the person brought it: a compact JWE. */
  document: string;
  /** The person's name here. */
  subject: string;
  /** The person's name at the other operator: a document of somebody else is refused. */
  sourceSubject: string;
  /** The other operator's `/.well-known/jwks.json`, fetched by whoever trusts it. */
  senderKeys: unknown;
  /** For the audit log: `key:<id>`. @default "system" */
  actor?: string;
}

/** What came of an import. */
export interface PortableImport {
  /** The operator that signed the document. */
  readonly issuer: string;
  readonly exportedAtMs: number;
  readonly subject: string;
  readonly references: readonly {
    readonly id: string;
    readonly model: string;
    /** False where it was here already, the same: an import that is sent again changes nothing. */
    readonly isNew: boolean;
  }[];
}

interface Incoming {
  readonly source: PortableDocument['references'][number];
  readonly template: FaceTemplate;
  readonly sealed: SealedTemplate;
}

const SUBJECT = /^[A-Za-z0-9._:@-]{1,128}$/;
/** Two float32 templates of one face that went through two turns differ by less, as cosine from 1. */
const SAME = 1e-5;

/** All templates of a document, or why it has none that can be kept. */
function readTemplates(
  { references }: PortableDocument,
  nowMs: number,
): Answer<{ templates: Omit<Incoming, 'sealed'>[] }> {
  const templates: Omit<Incoming, 'sealed'>[] = [];
  for (const source of references) {
    const { id, model, template: text, expiresAtMs } = source;
    if (text === null) {
      return refused('INVALID_ARGUMENT', 'the document has no templates in it: ask for the sealed form');
    }
    if (expiresAtMs !== null && expiresAtMs <= nowMs) {
      return refused('CONFLICT', `the reference ${id} has run out meanwhile: enrol the face again`);
    }
    if (templates.some((one) => one.source.id === id)) {
      return refused('PROTOCOL_MALFORMED', 'the document is none: it has two references of one id');
    }
    try {
      calibrationOf(model);
    } catch {
      return refused('CONFLICT', `templates of ${model} can't be compared here: enrol the face again`);
    }
    try {
      templates.push({ source, template: readTemplateText(model, text) });
    } catch (error) {
      if (!isHuotiError(error, 'INVALID_ARGUMENT')) throw error;
      return refused('PROTOCOL_MALFORMED', `the document is none: the template of ${id} is none`);
    }
  }
  return { ok: true, templates };
}

/** Whether a reference of that id is the same face in the same words; `null` where there is none. */
async function isThereAlready(
  context: ServerContext,
  { clientId, subject }: { clientId: string; subject: string },
  { source, template }: Omit<Incoming, 'sealed'>,
): Promise<boolean | null> {
  const row = await context.store.transaction((tx) => tx.references.get(clientId, source.id));
  if (row === null) return null;
  if (row.subject !== subject || row.model !== template.model) return false;
  const opened = await openPlainTemplate(context, { clientId, id: source.id });
  if (!opened.ok || opened.template.values.length !== template.values.length) return false;
  const plain = { thresholdCosine: 1 - SAME, slope: 1, farAtThreshold: 0 };
  return compareTemplates(opened.template, template, { calibration: plain }).same;
}

/**
 * Takes in what a person carried here from another operator: the enrolled faces, turned and sealed by keys of this service, all or none. Where
 * they came from stands in the audit log. Consents and outcomes in the document are the other operator's history: nothing follows from them here.
 *
 * Refused: as `openPortable` does; INVALID_ARGUMENT for a name that is none or a document without templates; CONFLICT for a document of somebody
 * else, a model that this service can't compare, a reference that has run out, or an id that another face has here; RESTRICTED.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault
 * @example await importPortable(context, { clientId: 'shop', document, subject: 's-9', sourceSubject: 'customer-17', senderKeys });
 */
export async function importPortable(
  context: ServerContext,
  { clientId, document: text, subject, sourceSubject, senderKeys, actor = 'system' }: ImportPortableOptions,
): Promise<Answer<{ imported: PortableImport }>> {
  if (!SUBJECT.test(subject))
    return refused('INVALID_ARGUMENT', 'subject: 1 to 128 letters, digits or ._:@-');
  const opened = await openPortable(context, { document: text, senderKeys });
  if (!opened.ok) return opened;
  const { document } = opened;
  const { issuer, exportedAtMs, ageBand } = document;
  if (document.subject !== sourceSubject) {
    return refused('CONFLICT', 'the document is of another person than sourceSubject says');
  }
  const nowMs = context.time.nowMs();
  const read = readTemplates(document, nowMs);
  if (!read.ok) return read;
  const whom = { clientId, subject };
  const incoming: Incoming[] = [];
  const there: string[] = [];
  for (const one of read.templates) {
    const { id } = one.source;
    const isThere = await isThereAlready(context, whom, one);
    if (isThere === false) {
      return refused(
        'CONFLICT',
        `another face has the id ${id} here: delete it first, or have the document made with other ids`,
      );
    }
    if (isThere === true) there.push(id);
    else
      incoming.push({
        ...one,
        sealed: await sealTemplate(context, { clientId, id, template: one.template }),
      });
  }
  const { pseudonym } = await ensureSubject(context, whom);
  return context.store.transaction(async (tx) => {
    const admitted = await admitSubject(tx, whom);
    if (!admitted.ok) return admitted;
    const restricted = await refuseRestricted(tx, whom);
    if (restricted) return restricted;
    // All are looked at before one is written: a refusal leaves nothing behind.
    for (const { source } of incoming) {
      const { id } = source;
      await lockReference(tx, { clientId, id });
      if ((await tx.references.get(clientId, id)) !== null) {
        return refused('CONFLICT', `the reference ${id} was enrolled in this moment: look again`);
      }
    }
    for (const { source, sealed } of incoming) {
      const { id, expiresAtMs } = source;
      // As old as it was there: its time here does not begin anew, and does not begin later than now.
      const createdAtMs = Math.min(source.createdAtMs, nowMs);
      const row = { clientId, id, subject, createdAtMs, replacedAtMs: null, expiresAtMs };
      await putReference(tx, row, { sealed, old: null });
    }
    if (admitted.subject.ageBand === null && ageBand !== null)
      await tx.subjects.update(clientId, subject, { ageBand });
    if (incoming.length > 0) {
      await writeAudit(tx, context, {
        actor,
        action: 'portable-import',
        object: `${clientId}/${pseudonym}`,
        pseudonym,
        facts: { issuer, exportedAtMs, references: incoming.length },
      });
    }
    const references = document.references.map(({ id, model }) => ({
      id,
      model,
      isNew: !there.includes(id),
    }));
    return { ok: true, imported: { issuer, exportedAtMs, subject, references } };
  });
}
