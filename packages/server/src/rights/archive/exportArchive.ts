import { NOTICE_LANGUAGES, type NoticeLanguage } from '@huoti/privacy';
import type { Answer } from '../../answers/Answer.js';
import { refused } from '../../answers/refused.js';
import { writeAudit } from '../../audit/writeAudit.js';
import type { ServerContext } from '../../context/ServerContext.js';
import { pseudonymOf } from '../../subjects/pseudonymOf.js';
import { readRightsCase } from '../cases/readRightsCase.js';
import { subjectUnknown } from '../subjects/subjectUnknown.js';
import { archiveFiles } from './archiveFiles.js';
import { readSubjectRecords, type SubjectRecords } from './readSubjectRecords.js';
import { writeZip } from './zip/writeZip.js';

/** What {@link exportArchive} takes. */
export interface ExportArchiveOptions {
  caseId: string;
  /** From the API key; left out for an operator. */
  clientId?: string;
  /** Of the page that the person opens. @default that of the person's last consent, else "zh-CN" */
  language?: NoticeLanguage;
  /** For the audit log: `key:<id>` or `operator:<id>`. @default "system" */
  actor?: string;
  signal?: AbortSignal;
}

/** An archive as it is made. */
export interface ExportedArchive {
  readonly fileName: string;
  /** A zip, piece by piece: nothing of it is written anywhere here. */
  readonly pieces: AsyncIterable<Uint8Array>;
}

function languageOf({ consents }: SubjectRecords): NoticeLanguage {
  const last = consents[consents.length - 1]?.language;
  return NOTICE_LANGUAGES.find((one) => one === last) ?? 'zh-CN';
}

/**
 * Everything that is kept of a person as one zip that the person can open: `index.html` to read, `data.json` and `portable.json` for machines,
 * and the pictures of their face as they are. The audit entry is committed before the first byte is given.
 *
 * In memory are one piece of evidence and the lists of all: about 45 KB a session, 220 MB at the limit of 5000 sessions. Bytes are never
 * gathered: whoever takes the pieces slowly slows the reading.
 *
 * Refused: NOT_FOUND for a case that is none, another client's too; CONFLICT for a case that asks for something else, was refused, or whose
 * person is deleted; PAYLOAD_TOO_LARGE beyond the limits.
 *
 * @throws HuotiError BUSY, HOST_ERROR where a store is at fault; ABORTED. While the pieces are taken too: then what was taken is no zip
 * @example for await (const piece of archive.pieces) file.write(piece);
 */
export async function exportArchive(
  context: ServerContext,
  { caseId, clientId, language, actor = 'system', signal }: ExportArchiveOptions,
): Promise<Answer<{ archive: ExportedArchive }>> {
  const found = await readRightsCase(context, { caseId, ...(clientId === undefined ? {} : { clientId }) });
  if (!found.ok) return found;
  const { kind, state, subject, clientId: owner } = found.rightsCase;
  if (kind !== 'access' && kind !== 'portability') {
    return refused('CONFLICT', `the case asks to ${kind}: open one of the kind "access" for an archive`);
  }
  if (state === 'refused') return refused('CONFLICT', 'the case was refused: open a new one');
  if (subject === null) return refused('CONFLICT', 'the person was deleted: nothing is left to give');
  const whom = { clientId: owner, subject };
  const read = await readSubjectRecords(context, whom);
  if (!read.ok) return read;
  const { records } = read;
  const pseudonym = await pseudonymOf(context, whom);
  if (pseudonym === null) return subjectUnknown();
  const { sessions } = records;
  await context.store.transaction((tx) =>
    writeAudit(tx, context, {
      actor,
      action: 'rights-archive',
      object: caseId,
      pseudonym,
      facts: { sessions: sessions.length, parts: sessions.reduce((sum, { parts }) => sum + parts.length, 0) },
    }),
  );
  const files = archiveFiles(context, records, { language: language ?? languageOf(records), signal });
  const day = new Date(context.time.nowMs()).toISOString().slice(0, 10);
  return {
    ok: true,
    archive: {
      fileName: `huoti-${day}-${caseId}.zip`,
      pieces: writeZip(files, { atMs: context.time.nowMs() }),
    },
  };
}
