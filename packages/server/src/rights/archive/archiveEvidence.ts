import type { PartRow, VerdictRow } from '../../ports/rows.js';
import type { ArchiveSession } from './ArchiveData.js';
import { mayShowAnother } from './mayShowAnother.js';

/** One piece of evidence, before its bytes are looked at. */
export type PlannedEvidence = ArchiveSession['evidence'][number] & { readonly part: PartRow };

const PICTURE = /^picture-\d+-\d+$/;
const CHUNK = /^chunk-\d+$/;

/** Which pieces of a session go into which file, and which stay out for what is known before any is opened. */
export function archiveEvidence(
  parts: readonly PartRow[],
  verdict: Pick<VerdictRow, 'reason' | 'comparison'> | null,
): PlannedEvidence[] {
  const isOthers = mayShowAnother(verdict);
  return parts.map((part) => {
    const { sessionId, name, bytes, sha256, storedAtMs } = part;
    const kind = PICTURE.test(name) ? 'picture' : CHUNK.test(name) ? 'trace' : 'manifest';
    const path =
      kind === 'picture' ? `pictures/${sessionId}/${name}.jpg` : `trace/${sessionId}/${name}.bin.gz`;
    const leftOut = kind === 'manifest' ? 'nothing-personal' : isOthers ? 'may-show-another' : null;
    const file = leftOut === null ? path : null;
    return { name, kind, bytes, sha256, storedAtMs, file, leftOut, part };
  });
}
