import { FACE_REGION_NAMES, type FaceRegionName } from '../../frame/faceRegions.js';
import { linearLight } from '../../plan/linearLight.js';
import type { LitStage, SignalFrame } from '../SignalFrame.js';
import type { LitChange, LitSeries } from './LitSeries.js';

/**
 * Landmarks around the middle of each region, of those that a trace carries (`EVIDENCE_LANDMARKS`): within 0.8 cm of it on the
 * canonical face. Corners of chin and temples are not carried.
 */
const PLACES: Readonly<Record<FaceRegionName, readonly number[]>> = {
  forehead: [107, 151, 336, 9],
  leftCheek: [347, 348, 425, 352, 346],
  rightCheek: [118, 119, 205, 123, 117],
  nose: [5, 1],
  upperLip: [98, 2, 327, 0],
  chin: [17, 152],
  leftEyeSide: [263, 454],
  rightEyeSide: [33, 234],
};

/** Most frames that are kept: a light step of 12 s at 50 a second. */
const MAX_FRAMES = 600;

/** Fewest frames, and stages, from which anything can be said: those of a light step at 5 frames a second. */
const MIN_FRAMES = 20;
const MIN_STAGES = 4;

/** Fewest face regions, of eight. */
const MIN_REGIONS = 5;

/** Frames so soon after the first colour, in ms, may still show the page that was there before. */
const FIRST_MS = 200;

/**
 * Levels (of 255) between which a mean colour says how much light there is: below is noise and black level. What is above is white, and
 * stands for the light of white: that much at least.
 */
const MIN_LEVEL = 5;
const MAX_LEVEL = 250;

/**
 * A part that could be measured in fewer frames than this share is left out, its white frames not counted. In a dark room the brightest
 * colours take light skin to white for two or three stages of six. What is white then answers as well, if by less than it
 * should; without those frames hardly a lit one was left. Four more of 157 live sessions of footage pass so, and two
 * of 1,629 attacks: a print with holes and a puppet (2026-11-27).
 */
const MEASURED_SHARE = 0.5;

const FACE_NUMBERS = 24;
const BACKGROUND_NUMBERS = 12;

interface Kept {
  readonly timestampMs: number;
  readonly stage: number;
  readonly attempt: number;
  /** Logarithms of the light of the face, then of the background; NaN where it is too dark to be measured. */
  readonly logs: Float64Array;
}

/** The frames of a session that the screen lit. */
export interface LitFrames {
  readonly push: (frame: SignalFrame) => void;
  /**
   * @returns the same frames compared with different things, the best first: the upper corners of the picture, each of them
   * alone, the channels with each other; or why there is nothing to be measured
   */
  readonly read: () => readonly LitSeries[] | 'no-light' | 'too-few-frames' | 'too-bright' | 'too-dark';
  readonly reset: () => void;
}

/** As {@link logLight} of a part that is white. */
const WHITE_LOG = Math.log(linearLight(MAX_LEVEL));

/**
 * Light of a mean colour as a logarithm; NaN where the picture is too dark to tell. Means of levels stand for levels of
 * means.
 */
function logLight(level: number): number {
  return level >= MIN_LEVEL ? Math.log(linearLight(Math.min(level, MAX_LEVEL))) : NaN;
}

/** Collects what is measured of each frame under a colour; keeps no frame. */
export function createLitFrames(): LitFrames {
  let kept: Kept[] = [];
  let changes: LitChange[] = [];
  let places: readonly (readonly [number, number])[] = [];
  let last: LitStage | null = null;
  let clipped = 0;
  let dark = 0;

  return {
    push({ lit, face, timestampMs, faceColours, backgroundColours }) {
      if (lit === null) return;
      if (last === null || last.index !== lit.index || last.attempt !== lit.attempt) {
        const [red, green, blue] = lit.colour;
        const on = (component: number): number => (linearLight(255 * component) > 0.5 ? 1 : 0);
        changes.push({ shownAtMs: lit.shownAtMs, lit: [on(red), on(green), on(blue)] });
        last = lit;
      }
      if (face === null || kept.length >= MAX_FRAMES) return;
      if (kept.length === 0) places = FACE_REGION_NAMES.map((name) => middleOf(face.landmarks, PLACES[name]));
      const logs = new Float64Array(FACE_NUMBERS + BACKGROUND_NUMBERS);
      for (let at = 0; at < FACE_NUMBERS; at++) {
        const level = faceColours[at]!;
        logs[at] = logLight(level);
        if (level > MAX_LEVEL) clipped++;
        if (level < MIN_LEVEL) dark++;
      }
      for (let at = 0; at < BACKGROUND_NUMBERS; at++) {
        logs[FACE_NUMBERS + at] = logLight(backgroundColours[at]!);
      }
      kept.push({ timestampMs, stage: lit.index, attempt: lit.attempt, logs });
    },
    read() {
      const [first] = changes;
      if (!first) return 'no-light';
      // Under a colour that was shown once more, the person was away the first time.
      const again = new Set(kept.filter(({ attempt }) => attempt > 0).map(({ stage }) => stage));
      const frames = kept.filter(
        ({ stage, attempt, timestampMs }) =>
          timestampMs >= first.shownAtMs + FIRST_MS && (attempt > 0 || !again.has(stage)),
      );
      if (frames.length < MIN_FRAMES || new Set(frames.map(({ stage }) => stage)).size < MIN_STAGES) {
        return 'too-few-frames';
      }
      const { regions, references } = partsOf(frames);
      if (regions.length < MIN_REGIONS) return clipped >= dark ? 'too-bright' : 'too-dark';
      const list = references
        .map((corners) => ({ ...seriesOf(frames, regions, corners), places, changes }))
        .filter(({ timesMs }) => timesMs.length >= MIN_FRAMES);
      return list.length > 0 ? list : 'too-few-frames';
    },
    reset() {
      kept = [];
      changes = [];
      last = null;
      clipped = 0;
      dark = 0;
    },
  };
}

function middleOf(landmarks: Float32Array, corners: readonly number[]): readonly [number, number] {
  const mean = (axis: number): number =>
    corners.reduce((sum, corner) => sum + landmarks[corner * 3 + axis]!, 0) / corners.length;
  return [mean(0), mean(1)];
}

/** Face regions that can be measured, and what they can be compared with: corners of the picture; none for the channels alone. */
function partsOf(frames: readonly Kept[]): {
  readonly regions: readonly number[];
  readonly references: readonly (readonly number[])[];
} {
  const isMeasured = (at: number): boolean =>
    [at, at + 1, at + 2].every(
      (each) => frames.filter(({ logs }) => logs[each]! < WHITE_LOG).length >= MEASURED_SHARE * frames.length,
    );
  const isSeen = (corner: number): boolean => isMeasured(FACE_NUMBERS + corner * 3);
  const upper = [0, 1].filter(isSeen);
  // The lower corners may show the person's clothes.
  const corners = upper.length > 0 ? upper : [2, 3].filter(isSeen);
  const alone = corners.length > 1 ? corners.map((corner) => [corner]) : [];
  return {
    regions: Array.from({ length: FACE_NUMBERS / 3 }, (_value, region) => region).filter((region) =>
      isMeasured(region * 3),
    ),
    references: [...(corners.length > 0 ? [corners] : []), ...alone, []],
  };
}

function seriesOf(
  frames: readonly Kept[],
  regions: readonly number[],
  corners: readonly number[],
): Omit<LitSeries, 'places' | 'changes'> {
  const needed = [
    ...regions.map((region) => region * 3),
    ...corners.map((corner) => FACE_NUMBERS + corner * 3),
  ];
  const whole = frames.filter(({ logs }) =>
    needed.every((at) => [at, at + 1, at + 2].every((each) => logs[each] === logs[each])),
  );
  const reference = ({ logs }: Kept, region: number, channel: number): number => {
    const list =
      corners.length > 0
        ? corners.map((corner) => FACE_NUMBERS + corner * 3 + channel)
        : [0, 1, 2].map((each) => region * 3 + each);
    return list.reduce((sum, at) => sum + logs[at]!, 0) / list.length;
  };
  return {
    timesMs: whole.map(({ timestampMs }) => timestampMs),
    parts: regions
      .map((region) =>
        [0, 1, 2].map((channel) => ({
          region,
          channel,
          light: meanLight(whole, region * 3 + channel),
          values: whole.map((frame) => frame.logs[region * 3 + channel]! - reference(frame, region, channel)),
        })),
      )
      .flat(),
    againstBackground: corners.length > 0,
  };
}

const meanLight = (frames: readonly Kept[], at: number): number =>
  frames.reduce((sum, { logs }) => sum + Math.exp(logs[at]!), 0) / Math.max(1, frames.length);
