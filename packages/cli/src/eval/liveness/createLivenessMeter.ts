import {
  createFrameMeasurer,
  createSignalPanel,
  createTextureNetSignal,
  createTextureSignal,
  findFaces,
  measureFrame,
  restoreFrameFacts,
  type FaceObservation,
  type FamilyReading,
  type Frame,
  type PictureSignal,
  type SignalMoment,
  type SignalReadings,
} from '@huoti/core';
import { HuotiError } from '@huoti/protocol';
import { createCliLandmarker } from '../../engine/createCliLandmarker.js';
import { createCliTextureNet } from '../../engine/createCliTextureNet.js';
import { openClip } from '../../media/openClip.js';
import { readStill } from '../../media/readStill.js';
import type { MeasuredFile } from './MeasuredFile.js';

/** No session lasts longer, in ms: what comes after it in a clip is not looked at. */
const LONGEST_MS = 30_000;

/** Texture is looked at twice a second: neighbouring frames hold the same. In ms. */
const LOOK_EVERY_MS = 500;

/** What a camera would be judged by is measured; a second look, where that finds nobody, need not find passers-by. */
const RIVAL_SHARE = 0.5;

/** A recording answers no plan and no light. */
const NO_PLAN: SignalMoment = { phase: 'neutral', action: null, lit: null };

/** What a measurement of a file takes besides its path. */
export interface MeasureOptions {
  signal: AbortSignal;
  /** After each frame: its time, and how much of the clip is read, in [0, 1], where that is known. */
  onFrame?: (atMs: number, share: number | null) => void;
}

/** Measures what every spoof signal says of files, with one engine for all of them. */
export interface LivenessMeter {
  load(signal: AbortSignal): Promise<void>;
  /**
   * A clip of any length, rate and size; its first 30 seconds.
   *
   * @throws HuotiError MEDIA_UNREADABLE, HOST_ERROR without ffmpeg, ABORTED
   */
  measureClip(path: string, options: MeasureOptions): Promise<MeasuredFile>;
  /** @throws HuotiError MEDIA_UNREADABLE, ABORTED */
  measureStill(path: string, options: MeasureOptions): Promise<MeasuredFile>;
  dispose(): Promise<void>;
}

const uprightFrame = (picture: {
  readonly data: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly timestampMs: number;
}): Frame => ({ ...picture, rotationDegrees: 0, mirrored: false, close: () => undefined });

/** @example const meter = createLivenessMeter(); await meter.load(signal); await meter.measureClip(path, { signal }); */
export function createLivenessMeter(): LivenessMeter {
  const landmarker = createCliLandmarker();
  const net = createCliTextureNet();
  const pictures: readonly PictureSignal[] = [createTextureSignal(), createTextureNetSignal({ net })];

  const look = async (frame: Frame, face: FaceObservation, signal: AbortSignal): Promise<void> => {
    for (const one of pictures) await one.look(frame, face, { signal });
  };
  const readPictures = (): SignalReadings =>
    Object.fromEntries(
      pictures.map((one): [string, FamilyReading] => [one.name, { family: one.family, reading: one.read() }]),
    );
  const reset = (): void => {
    landmarker.reset();
    for (const one of pictures) one.reset();
  };

  return {
    async load(signal) {
      await landmarker.load({ signal });
      await net.load({ signal });
    },
    async measureClip(path, { signal, onFrame }) {
      const clip = await openClip(path);
      const close = (): void => void clip.close();
      signal.addEventListener('abort', close);
      reset();
      const measurer = createFrameMeasurer();
      const panel = createSignalPanel();
      let [frames, framesWithFace, durationMs, nextLookMs] = [0, 0, 0, 0];
      try {
        for await (const picture of clip.frames()) {
          const atMs = picture.timestampMs;
          if (atMs > LONGEST_MS) break;
          const frame = uprightFrame(picture);
          const seen = await landmarker.detect(frame, { signal });
          const facts = { atMs: Math.ceil(atMs), afterFallback: false };
          const statistics = measureFrame(frame, seen[0] ?? null);
          const { traced } = measurer.measure(frame, seen, statistics, facts);
          frames += 1;
          durationMs = atMs;
          onFrame?.(atMs, clip.share());
          // Two frames of the same millisecond are one.
          if (traced === null) continue;
          const face = restoreFrameFacts(traced).observations[0] ?? null;
          panel.push(traced, face, NO_PLAN);
          const [main] = seen;
          if (traced.landmarks === null || main === undefined) continue;
          framesWithFace += 1;
          if (atMs < nextLookMs) continue;
          nextLookMs = atMs + LOOK_EVERY_MS;
          await look(frame, main, signal);
        }
      } finally {
        signal.removeEventListener('abort', close);
        measurer.clear();
        await clip.close();
      }
      if (signal.aborted) throw new HuotiError('ABORTED', 'reading the clip was aborted');
      return { frames, framesWithFace, durationMs, readings: { ...panel.read(), ...readPictures() } };
    },
    async measureStill(path, { signal }) {
      const picture = await readStill(path);
      reset();
      const frame = uprightFrame({ ...picture, timestampMs: 0 });
      const [seen] = await landmarker.detect(frame, { signal });
      const [face] =
        seen && seen.landmarks.length > 0
          ? [seen]
          : await findFaces(picture, landmarker, { signal, smallestShare: RIVAL_SHARE });
      if (face) await look(frame, face, signal);
      const framesWithFace = face ? 1 : 0;
      const readings = { ...createSignalPanel().read(), ...readPictures() };
      return { frames: 1, framesWithFace, durationMs: 0, readings };
    },
    async dispose() {
      try {
        await net.dispose();
      } finally {
        await landmarker.dispose();
      }
    },
  };
}
