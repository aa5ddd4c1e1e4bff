/**
 * Writes the golden files of the evidence format from the synthetic subject: node packages/core/scripts/makeGoldenChunks.mjs
 * after `tsc -b packages/core`. They are never written anew for a version of the format that is out: a reader has to go on
 * reading them as they are.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { encodeLightLog, encodeTraceChunk, LIGHT_LOG_ID } from '@huoti/protocol';
import { createPlan } from '../dist/index.js';
import { createSeededRandom, playOnlineSession } from '../dist/testing/index.js';

const folder = new URL('../../protocol/src/evidence/__fixtures__/', import.meta.url);
mkdirSync(folder, { recursive: true });
const write = (name, chunk) => writeFileSync(new URL(`${name}.htrc`, folder), encodeTraceChunk(chunk));

const whole = createPlan({
  random: createSeededRandom(1),
  actions: ['blink'],
  policy: { name: 'no-light', light: 'off', tripwires: 'report', evidenceLevel: 'frames' },
});
const { traces } = playOnlineSession({
  plan: { ...whole, steps: [], stepCount: 1 },
  steps: whole.steps,
  pictures: () => Uint8Array.of(0xff, 0xd8, 0xff, 0xd9),
});
const [, step] = traces;
const frames = step.frames.slice(4, 10);

write('step-with-picture', {
  ...step,
  revealFrame: 1,
  frames,
  pictures: [{ ...step.pictures[0], frameIndex: 2 }],
});
write('unknown-extension', {
  ...step,
  revealFrame: 0,
  frames: frames.slice(0, 1),
  pictures: [],
  extensions: [
    { id: 60001, bytes: Uint8Array.of(1, 2, 3) },
    { id: 60002, bytes: new Uint8Array(0) },
  ],
});
// Two colours, the second shown once more, told of before the first frame, before the third, and behind the last.
write('light-log', {
  ...step,
  revealFrame: 0,
  frames: frames.slice(0, 4),
  pictures: [],
  extensions: [
    {
      id: LIGHT_LOG_ID,
      bytes: encodeLightLog([
        { frameIndex: 0, stage: 0, attempt: 0, shownAtMs: 1480 },
        { frameIndex: 2, stage: 1, attempt: 0, shownAtMs: 1555 },
        { frameIndex: 4, stage: 1, attempt: 1, shownAtMs: 1611 },
      ]),
    },
    { id: 60001, bytes: Uint8Array.of(1, 2, 3) },
  ],
});
// The worked example of docs/evidence-format.md: one dark frame without a face, of a 640 x 480 camera.
write('empty-room', {
  index: 0,
  revealFrame: 0,
  frames: [
    {
      timestampMs: 1000,
      afterFallback: false,
      broken: false,
      frameWidthPx: 640,
      frameHeightPx: 480,
      landmarks: null,
      faceColours: new Uint16Array(24).fill(0xffff),
      backgroundColours: new Uint16Array(12).fill(5120),
      backgroundMotion: null,
      hash: '8f03c1d24e7700aa',
      statistics: {
        frameMeanLuma: 1638,
        frameLumaDeviation: 819,
        frameLumaDetail: 410,
        faceMeanLuma: null,
        faceClippedShare: null,
        faceDarkShare: null,
        backgroundMeanLuma: null,
        faceSharpness: null,
        lowerFaceUnlikeSkinShare: null,
        eyeAreaUnlikeSkinShare: null,
      },
      second: null,
    },
  ],
  pictures: [],
  extensions: [],
});
