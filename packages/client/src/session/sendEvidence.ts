import type { AbortSignalLike, EvidenceRecorder, FrameStream, TripwireReading } from '@huoti/core';
import {
  MAX_ASKED_PICTURES,
  type HostFacts,
  type LivenessResult,
  type PictureReference,
  type SessionView,
} from '@huoti/protocol';
import { sha256 } from '@noble/hashes/sha2.js';
import { EvidenceIncomplete } from '../api/EvidenceIncomplete.js';
import type { SessionApi } from '../api/createSessionApi.js';
import type { Uploader } from '../upload/createUploader.js';
import { hexOf } from '../wire/hexOf.js';
import { utf8Bytes } from '../wire/utf8.js';
import type { Commitments } from './createCommitments.js';
import { manifestOf } from './manifestOf.js';

/** Times that parts which the server says it lacks are looked for and sent again. */
const MAX_REPAIRS = 3;

/** What {@link sendEvidence} takes. */
export interface SendOptions {
  readonly api: Pick<SessionApi, 'complete'>;
  readonly uploader: Uploader;
  readonly commitments: Commitments;
  readonly recorder: EvidenceRecorder;
  readonly sessionId: string;
  readonly planJws: string;
  readonly stream: FrameStream;
  /** Left out where nothing was looked at. */
  readonly tripwires?: readonly TripwireReading[];
  readonly host: HostFacts;
  readonly result: LivenessResult;
  readonly signal: AbortSignalLike;
}

/**
 * Commits the last chunk, sends what is still missing (chunks are on their way since they were committed), and completes.
 *
 * A session in which the person was refused ends in the same way, with the chunks that there are: so the refusal is the server's
 * own, and counts.
 *
 * @returns the session as the server sees it now
 */
export async function sendEvidence({
  api,
  uploader,
  commitments,
  recorder,
  sessionId,
  planJws,
  stream,
  tripwires,
  host,
  result,
  signal,
}: SendOptions): Promise<SessionView> {
  const asked = await commitments.close(signal);
  const pictures = asked
    .slice(0, MAX_ASKED_PICTURES)
    .flatMap((reference) => pictureOf(recorder, commitments, reference));
  for (const { chunk, index, bytes, sha256: hash } of pictures) {
    uploader.add({ name: `picture-${chunk}-${index}`, bytes, sha256: hash });
  }
  const manifest = utf8Bytes(
    JSON.stringify(
      manifestOf({
        sessionId,
        planJws,
        commitments,
        pictures,
        stream,
        ...(tripwires === undefined ? {} : { tripwires }),
        host,
        result,
      }),
    ),
  );
  const evidenceHash = hexOf(sha256(manifest));
  uploader.add({ name: 'manifest', bytes: manifest, sha256: evidenceHash });
  await uploader.finish();
  for (let repair = 0; ; repair++) {
    try {
      return await api.complete({ evidenceHash }, signal);
    } catch (error) {
      if (!(error instanceof EvidenceIncomplete) || repair === MAX_REPAIRS) throw error;
      await uploader.repair();
    }
  }
}

/** The file of one picture; none where the server asks for one that was never committed. */
function pictureOf(
  recorder: EvidenceRecorder,
  { chunks }: Commitments,
  { chunk, index }: PictureReference,
): readonly (PictureReference & { readonly bytes: Uint8Array; readonly sha256: string })[] {
  if (index >= (chunks[chunk]?.pictures ?? 0)) return [];
  const bytes = recorder.picture(chunk, index);
  return [{ chunk, index, bytes, sha256: hexOf(sha256(bytes)) }];
}
