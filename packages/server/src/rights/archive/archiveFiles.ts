import type { NoticeLanguage } from '@huoti/privacy';
import type { ServerContext } from '../../context/ServerContext.js';
import { portableHistory } from '../portable/portableHistory.js';
import type { ArchiveSession } from './ArchiveData.js';
import { archiveEvidence } from './archiveEvidence.js';
import { archiveSession } from './archiveSession.js';
import { makeArchiveData } from './makeArchiveData.js';
import { openEvidence } from './openEvidence.js';
import { archivePage } from './page/archivePage.js';
import type { SubjectRecords } from './readSubjectRecords.js';
import type { ZipFile } from './zip/ZipFile.js';

const jsonFile = (path: string, value: unknown): ZipFile => ({
  path,
  bytes: new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`),
  deflate: true,
});

/**
 * The files of an archive, one at a time: pictures and traces first, since only then it is known which of them there are; then the lists and
 * the page that name them.
 *
 * @throws HuotiError BUSY where a store is away, ABORTED
 */
export async function* archiveFiles(
  context: ServerContext,
  records: SubjectRecords,
  { language, signal }: { language: NoticeLanguage; signal: AbortSignal | undefined },
): AsyncGenerator<ZipFile, void, undefined> {
  const sessions: ArchiveSession[] = [];
  for (const { session, verdict, parts } of records.sessions) {
    const open = openEvidence(context, { keyId: session.dataKeyId, signal });
    const evidence: ArchiveSession['evidence'] = [];
    for (const { part, ...planned } of archiveEvidence(parts, verdict)) {
      const opened = planned.file === null ? null : await open(part);
      if (planned.file !== null && opened?.ok === true) {
        yield { path: planned.file, bytes: opened.bytes, deflate: false };
        evidence.push(planned);
      } else {
        evidence.push({
          ...planned,
          file: null,
          leftOut: opened?.ok === false ? opened.why : planned.leftOut,
        });
      }
    }
    sessions.push(archiveSession({ session, verdict }, evidence, context.settings));
  }
  const nowMs = context.time.nowMs();
  const data = makeArchiveData(records, sessions, { settings: context.settings, nowMs });
  yield jsonFile('data.json', data);
  yield jsonFile('portable.json', portableHistory(records, { issuer: context.settings.issuer, nowMs }));
  const page = archivePage(data, { language });
  yield { path: 'index.html', bytes: new TextEncoder().encode(page), deflate: true };
}
