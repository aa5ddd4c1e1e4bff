import { chainNext, chainStart, type AbortSignalLike, type EvidenceRecorder } from '@huoti/core';
import { HuotiError, type PictureReference, type PlanStep, type RevealResponse } from '@huoti/protocol';
import { sha256 } from '@noble/hashes/sha2.js';
import { gzipSync } from 'fflate';
import type { SessionApi } from '../api/createSessionApi.js';
import type { Uploader } from '../upload/createUploader.js';
import { hexOf } from '../wire/hexOf.js';

/** A trace's numbers shrink to about two thirds; more than this level is not worth a phone's time. */
const GZIP_LEVEL = 6;

/** A chunk as it was committed. */
export interface CommittedChunk {
  /** Plain bytes in it. */
  readonly bytes: number;
  readonly frames: number;
  readonly pictures: number;
}

/** Nothing comes next that light could be. */
const NO_SCENE: RevealedScene = { tooBright: false };

/** What {@link createCommitments} takes. */
export interface CommitmentsOptions {
  readonly api: Pick<SessionApi, 'reveal'>;
  readonly recorder: EvidenceRecorder;
  readonly uploader: Uploader;
  readonly planJws: string;
}

/** What the device sees of the scene when it asks for a step. */
export interface RevealedScene {
  readonly tooBright: boolean;
}

/** The evidence, bound to the server's own time: each chunk's hash is posted before the next step is known. */
export interface Commitments {
  /** Commits all that was recorded so far, and gives the step that the server reveals for it. */
  reveal(index: number, scene: RevealedScene, signal: AbortSignalLike): Promise<PlanStep>;
  /** Commits the rest. Pictures are asked for where every step was revealed before; none after a session that ended early. */
  close(signal: AbortSignalLike): Promise<readonly PictureReference[]>;
  readonly chunks: readonly CommittedChunk[];
  /** h_0 and one for each chunk, hex. */
  readonly chain: readonly string[];
}

export function createCommitments({ api, recorder, uploader, planJws }: CommitmentsOptions): Commitments {
  const chunks: CommittedChunk[] = [];
  const start = chainStart(planJws);
  const heads: Uint8Array[] = [start];
  /** Posted, and not answered yet: where the answer got lost, the same words are posted again. */
  let open: number | null = null;

  async function post(
    index: number,
    { tooBright }: RevealedScene,
    signal: AbortSignalLike,
  ): Promise<RevealResponse> {
    const { frames, pictures } = chunks[index]!;
    const head = hexOf(heads[index + 1]!);
    const request = { index, head, frames, pictures, ...(tooBright ? { tooBright } : {}) };
    const answer = await api.reveal(request, signal);
    open = null;
    return answer;
  }

  async function commit(scene: RevealedScene, signal: AbortSignalLike): Promise<RevealResponse> {
    // Cut at once: what is recorded from here on belongs to the next chunk.
    const cut = recorder.cut();
    const { bytes, frameCount, pictureCount } = await cut.ready();
    chunks.push({ bytes: bytes.length, frames: frameCount, pictures: pictureCount });
    heads.push(chainNext(heads[heads.length - 1]!, bytes));
    open = cut.index;
    const answering = post(cut.index, scene, signal);
    const packed = gzipSync(bytes, { level: GZIP_LEVEL, mtime: 0 });
    bytes.fill(0);
    uploader.add({ name: `chunk-${cut.index}`, bytes: packed, sha256: hexOf(sha256(packed)) });
    return answering;
  }

  return {
    async reveal(index, scene, signal) {
      const answer = await commit(scene, signal);
      if (answer.kind !== 'step' || answer.index !== index) {
        throw new HuotiError(
          'PROTOCOL_MALFORMED',
          `the server did not reveal step ${index} when asked for it`,
        );
      }
      return answer.step;
    },
    async close(signal) {
      // The session may have ended while it waited for a step.
      if (open !== null) await post(open, NO_SCENE, signal);
      const answer = await commit(NO_SCENE, signal);
      return answer.kind === 'pictures' ? answer.pictures : [];
    },
    chunks,
    get chain() {
      return heads.map(hexOf);
    },
  };
}
