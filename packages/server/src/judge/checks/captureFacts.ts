import type { EvidenceManifest, TraceChunk } from '@huoti/protocol';
import { failed, held, type CheckOutcome } from './CheckOutcome.js';

/** Smallest side of a camera's frame, in px: no camera of a phone or computer gives less. */
export const LEAST_FRAME_SIDE_PX = 120;

/** How often a frame's size may change within one session: a phone that is turned over, and back. */
export const MOST_SIZE_CHANGES = 2;

/** What the client says of its capture fits the trace and an engine whose numbers this server computes as well. */
export function captureFacts(
  { capture, engine }: Pick<EvidenceManifest, 'capture' | 'engine'>,
  chunks: readonly TraceChunk[],
  { engineVersions }: { engineVersions: readonly string[] },
): CheckOutcome<EvidenceManifest['capture']['source']> {
  const sizes = chunks.flatMap(({ frames }) => frames.map(({ frameWidthPx: w, frameHeightPx: h }) => [w, h]));
  const changes = sizes.filter(
    ([w, h], at) => at > 0 && (w !== sizes[at - 1]![0] || h !== sizes[at - 1]![1]),
  );
  const smallest = Math.min(...sizes.flat());
  const got = `${capture.source}, engine ${engine.version}, frames of ${smallest} px or more, ${changes.length} changes of size`;
  const expected = `engine ${engineVersions.join(' or ')}, frames of ${LEAST_FRAME_SIDE_PX} px or more, at most ${MOST_SIZE_CHANGES} changes of size`;
  const fits =
    engineVersions.includes(engine.version) &&
    smallest >= LEAST_FRAME_SIDE_PX &&
    changes.length <= MOST_SIZE_CHANGES;
  return fits ? held(got, expected, capture.source) : failed(got, expected);
}
