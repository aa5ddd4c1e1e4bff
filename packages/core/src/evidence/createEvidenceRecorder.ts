import {
  encodeLightLog,
  encodeTraceChunk,
  HuotiError,
  LIGHT_LOG_ID,
  MAX_CHUNK_FRAMES,
  MAX_SESSION_CHUNKS,
  type LightLogEntry,
  type TraceExtension,
  type TraceFrame,
} from '@huoti/protocol';
import { sha256 as plainSha256 } from '@noble/hashes/sha2.js';
import type { Frame } from '../frame/Frame.js';
import type { FrameStatistics } from '../frame/FrameStatistics.js';
import type { PictureEncoder } from '../host/PictureEncoder.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { createFrameMeasurer, type MeasuredFrame, type RecordFacts } from './createFrameMeasurer.js';
import { createPictureBook, type KeptPicture, type Sha256 } from './createPictureBook.js';
import type { FrameFacts } from './FrameFacts.js';
import { restoreFrameFacts } from './restoreFrameFacts.js';
import { wipeTraceFrame } from './wipeTraceFrame.js';

/** Frames of a session at most by default: a minute at 60 a second. About a kilobyte each until their chunk is cut. */
export const DEFAULT_MAX_EVIDENCE_FRAMES = 4096;

/** Time between two pictures, in ms (protocol: one crop every 200 ms). */
export const PICTURE_EVERY_MS = 200;

/** What {@link createEvidenceRecorder} takes. */
export interface EvidenceRecorderOptions {
  /** @default DEFAULT_MAX_EVIDENCE_FRAMES */
  maxFrames?: number;
  /** Left out, no picture is taken: the evidence level `trace`. */
  pictures?: {
    encoder: PictureEncoder;
    /** @default PICTURE_EVERY_MS */
    everyMs?: number;
  };
  /** A faster one than core's own (about 100 MB/s), where the host has it. */
  sha256?: Sha256;
}

/** A chunk that was cut off; its bytes come when its last picture is encoded. */
export interface CutChunk {
  readonly index: number;
  /**
   * The bytes to hash and send. The same promise each time.
   *
   * @throws HuotiError DISPOSED where the recorder was cleared meanwhile
   */
  ready(): Promise<{
    readonly bytes: Uint8Array;
    readonly frameCount: number;
    readonly pictureCount: number;
  }>;
}

/** Collects what the frames of one session leave behind. Memory is bounded; pictures stay in it until they are asked for. */
export interface EvidenceRecorder {
  /**
   * Measures a frame at once, keeps no reference to it, and gives back what has to be judged in its stead: the numbers as
   * they stand in the trace, and the traced frame itself, which is zeroed when its chunk is ready.
   *
   * @throws HuotiError INVALID_ARGUMENT when the session has more frames than a trace may hold
   */
  record(
    frame: Frame,
    observations: readonly FaceObservation[],
    statistics: FrameStatistics,
    facts: RecordFacts,
  ): MeasuredFrame;
  /** The step of the current chunk is known from here on. Told by the session. */
  markReveal(): void;
  /** A colour is on the glass, and the session is told of it before the next frame. Told by the session. */
  markLight(shown: Omit<LightLogEntry, 'frameIndex'>): void;
  /**
   * Ends the current chunk at its last frame and begins the next one. Its light log is written where there is one.
   *
   * @param options.extensions of other ids than LIGHT_LOG_ID
   */
  cut(options?: { extensions?: readonly TraceExtension[] }): CutChunk;
  /**
   * The file of a picture of a chunk that is ready: its own buffer, zeroed by `clear`.
   *
   * @throws HuotiError INVALID_ARGUMENT where there is none
   */
  picture(chunk: number, index: number): Uint8Array;
  /** Frames in the trace so far. */
  readonly frameCount: number;
  /** Zeroes every buffer and starts anew; idempotent. */
  clear(): void;
}

/**
 * @throws HuotiError INVALID_ARGUMENT unless `maxFrames` is a whole number of 1 or more
 * @example
 * const recorder = createEvidenceRecorder({ pictures: { encoder } });
 * const session = createSession({ ...host, plan, evidence: recorder, reveal: ({ index }) => post(recorder.cut(), index) });
 * await session.run();
 * const last = await recorder.cut().ready();
 */
export function createEvidenceRecorder({
  maxFrames = DEFAULT_MAX_EVIDENCE_FRAMES,
  pictures,
  sha256 = plainSha256,
}: EvidenceRecorderOptions = {}): EvidenceRecorder {
  if (!Number.isInteger(maxFrames) || maxFrames < 1) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `maxFrames must be a whole number of 1 or more, got ${maxFrames}`,
    );
  }
  const book = pictures
    ? createPictureBook({ encoder: pictures.encoder, everyMs: pictures.everyMs ?? PICTURE_EVERY_MS, sha256 })
    : null;
  const measurer = createFrameMeasurer();
  const kept = new Map<number, readonly KeptPicture[]>();
  const held = new Set<TraceFrame>();
  let frames: TraceFrame[] = [];
  let index = 0;
  let revealFrame: number | null = null;
  let shown: LightLogEntry[] = [];
  let total = 0;
  let life = 0;

  function keep(frame: Frame, traced: TraceFrame, others: readonly FaceObservation[]): FrameFacts {
    const judged = restoreFrameFacts(traced);
    if (book !== null && traced.landmarks !== null) {
      const face = judged.observations[0];
      book.look(frame, traced.timestampMs, frames.length, face ? [face, ...others] : []);
    }
    frames.push(traced);
    held.add(traced);
    total += 1;
    return judged;
  }

  return {
    get frameCount() {
      return total;
    },
    record(frame, observations, statistics, told) {
      if (total >= maxFrames || frames.length >= MAX_CHUNK_FRAMES) {
        throw new HuotiError(
          'INVALID_ARGUMENT',
          `the trace is full after ${total} frames: give the plan less time or the recorder a larger maxFrames`,
        );
      }
      const measured = measurer.measure(frame, observations, statistics, told);
      const { traced } = measured;
      return traced === null ? measured : { traced, facts: keep(frame, traced, observations.slice(1)) };
    },
    markReveal() {
      revealFrame ??= frames.length;
    },
    markLight(entry) {
      shown.push({ frameIndex: frames.length, ...entry });
    },
    cut({ extensions = [] } = {}) {
      if (index >= MAX_SESSION_CHUNKS) {
        throw new HuotiError('INVALID_ARGUMENT', `a session has at most ${MAX_SESSION_CHUNKS} chunks`);
      }
      const cut = { index, frames, revealFrame: index === 0 ? 0 : (revealFrame ?? frames.length) };
      const page = book === null ? Promise.resolve([]) : book.turnPage();
      const born = life;
      const lights = shown.length > 0 ? [{ id: LIGHT_LOG_ID, bytes: encodeLightLog(shown) }] : [];
      index += 1;
      frames = [];
      revealFrame = null;
      shown = [];
      const work = page.then((list: readonly KeptPicture[]) => {
        if (born !== life) throw new HuotiError('DISPOSED', 'the evidence was cleared');
        const named = list.map(({ frameIndex, sha256: hash, widthPx, heightPx }) => ({
          frameIndex,
          sha256: hash,
          widthPx,
          heightPx,
        }));
        const bytes = encodeTraceChunk({ ...cut, pictures: named, extensions: [...lights, ...extensions] });
        kept.set(cut.index, list);
        for (const frame of cut.frames) {
          wipeTraceFrame(frame);
          held.delete(frame);
        }
        return { bytes, frameCount: cut.frames.length, pictureCount: list.length };
      });
      work.catch(() => undefined);
      return { index: cut.index, ready: () => work };
    },
    picture(chunk, at) {
      const found = kept.get(chunk)?.[at];
      if (!found) throw new HuotiError('INVALID_ARGUMENT', `chunk ${chunk} has no picture ${at}`);
      return found.file;
    },
    clear() {
      life += 1;
      held.forEach(wipeTraceFrame);
      held.clear();
      book?.clear();
      kept.clear();
      measurer.clear();
      frames = [];
      index = 0;
      revealFrame = null;
      shown = [];
      total = 0;
    },
  };
}
