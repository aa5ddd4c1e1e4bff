import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COLOUR_NOT_SEEN, COLOUR_UNITS_PER_LEVEL, decodeTraceChunk } from '@huoti/protocol';
import { createEvidenceRecorder } from '../../src/evidence/createEvidenceRecorder.js';
import { measureRegions } from '../../src/evidence/measureRegions.js';
import { restoreFrameFacts } from '../../src/evidence/restoreFrameFacts.js';
import { cropRectOf } from '../../src/frame/cropRectOf.js';
import { measureFrame } from '../../src/frame/measureFrame.js';
import { placeInCrop } from '../../src/frame/placeInCrop.js';
import type { EncodablePicture, PictureEncoder } from '../../src/host/PictureEncoder.js';
import { createTfjsLandmarker } from '../../src/vision/tfjs/createTfjsLandmarker.js';
import type { FaceObservation } from '../../src/vision/FaceObservation.js';
import { builtModels, clock, frameOf } from '../vision/engineUnderTest.js';

const repository = fileURLToPath(new URL('../../../..', import.meta.url));
const fixtures = process.env['HUOTI_FIXTURES'] ?? resolve(repository, '../shared/fixtures');
const present = existsSync(resolve(fixtures, 'MANIFEST.csv'));

if (!present && process.env['HUOTI_REQUIRE_FIXTURES'] === '1') {
  throw new Error(`HUOTI_REQUIRE_FIXTURES is 1 and there is no footage at ${fixtures}`);
}
if (!present) console.warn('left out: packages/core evidence of real footage (set HUOTI_FIXTURES)');

/** Ten seconds at 30 frames a second, in bytes after gzip (protocol: 150 KB). */
const TEN_SECONDS = 300;
const MOST_BYTES = 150_000;

/**
 * How far the mean colour of a face region, measured on the crop, may be from the frame's, in levels of 255. Largest of
 * four clips: 5.6 where the far side of a quickly turning head has a dozen points, 1.7 elsewhere; a JPEG file adds up to 0.3
 * (2026-11-26).
 */
const COLOUR_TOLERANCE = 8;

const ffmpeg = (args: string[], input?: Uint8Array): Buffer =>
  execFileSync('ffmpeg', ['-v', 'error', ...args, '-'], {
    maxBuffer: 1 << 30,
    ...(input ? { input } : {}),
  });

const SIZE = 'scale=640:640:force_original_aspect_ratio=decrease:force_divisible_by=2';

/** Frames of a clip, longest side 640 px, 30 a second. */
function decodeClip(file: string, seconds: number) {
  const from = ['-i', resolve(fixtures, file), '-t', String(seconds), '-vf', `fps=30,${SIZE}`];
  const header = ffmpeg([...from, '-frames:v', '1', '-f', 'image2pipe', '-c:v', 'png']);
  const [width, height] = [header.readUInt32BE(16), header.readUInt32BE(20)];
  const raw = ffmpeg([...from, '-f', 'rawvideo', '-pix_fmt', 'rgba']);
  const bytes = width * height * 4;
  const frames = Array.from(
    { length: Math.floor(raw.length / bytes) },
    (_, at) => new Uint8ClampedArray(raw.buffer, raw.byteOffset + at * bytes, bytes),
  );
  return { frames, width, height };
}

/** JPEG by ffmpeg, about as fine as a browser's 0.92. */
const toJpeg = ({ data, widthPx, heightPx }: EncodablePicture): Uint8Array =>
  new Uint8Array(
    ffmpeg(
      [
        '-f',
        'rawvideo',
        '-pix_fmt',
        'rgba',
        '-s',
        `${widthPx}x${heightPx}`,
        '-i',
        '-',
        '-q:v',
        '3',
        '-f',
        'mjpeg',
      ],
      Uint8Array.from(data),
    ),
  );

const fromJpeg = (file: Uint8Array): Uint8ClampedArray =>
  new Uint8ClampedArray(ffmpeg(['-f', 'mjpeg', '-i', '-', '-f', 'rawvideo', '-pix_fmt', 'rgba'], file));

if (present) {
  describe('evidence of real people', () => {
    let landmarker: ReturnType<typeof createTfjsLandmarker>;
    beforeAll(async () => {
      landmarker = createTfjsLandmarker({ ...(await builtModels()), clock });
      await landmarker.load();
    }, 60_000);
    afterAll(() => landmarker.dispose());

    it.each(['live_a01_headturn', 'live_a06_talk_phone'])(
      '%s: ten seconds stay under 150 KB, and a crop has the colours of its frame',
      async (clip) => {
        landmarker.reset();
        const { frames, width, height } = decodeClip(`videos/${clip}.mp4`, 2);
        const crops: EncodablePicture[] = [];
        const encoder: PictureEncoder = {
          specificationVersion: 'v1',
          encode: async (picture) => {
            crops.push({ ...picture, data: picture.data.slice() });
            return toJpeg(picture);
          },
        };
        const recorder = createEvidenceRecorder({ pictures: { encoder, everyMs: 500 } });
        const full: (FaceObservation | undefined)[] = [];
        for (const [index, data] of frames.entries()) {
          const frame = frameOf(data, width, height, { timestampMs: 1000 + (index * 1000) / 30 });
          const faces = await landmarker.detect(frame);
          full.push(faces[0]);
          const statistics = measureFrame(frame, faces[0] ?? null);
          recorder.record(frame, faces, statistics, { atMs: frame.timestampMs, afterFallback: false });
        }
        const { bytes, frameCount, pictureCount } = await recorder.cut().ready();
        const packed = (gzipSync(bytes).length / frameCount) * TEN_SECONDS;
        const chunk = decodeTraceChunk(bytes);

        let worstCrop = 0;
        let worstFile = 0;
        chunk.pictures.forEach(({ frameIndex, widthPx, heightPx }, at) => {
          const traced = chunk.frames[frameIndex]!;
          const face = full[frameIndex]!;
          const restored = restoreFrameFacts(traced).observations[0]!;
          const rect = cropRectOf(restored.landmarks, traced.frameWidthPx, traced.frameHeightPx)!;
          const landmarks = placeInCrop(face.landmarks, rect, { widthPx, heightPx });
          const worstOf = (data: Uint8ClampedArray): number => {
            const { face: colours } = measureRegions(frameOf(data, widthPx, heightPx, {}), {
              ...face,
              landmarks,
            });
            let worst = 0;
            colours.forEach((colour, i) => {
              const stored = traced.faceColours[i]!;
              if (stored === COLOUR_NOT_SEEN || Number.isNaN(colour)) return;
              worst = Math.max(worst, Math.abs(colour - stored / COLOUR_UNITS_PER_LEVEL));
            });
            return worst;
          };
          worstCrop = Math.max(worstCrop, worstOf(crops[at]!.data));
          worstFile = Math.max(worstFile, worstOf(fromJpeg(recorder.picture(0, at))));
        });
        const largest = Math.max(...chunk.pictures.map((_picture, at) => recorder.picture(0, at).length));
        console.info(
          `${clip}: ${width}x${height}, ${frameCount} frames, ${bytes.length} bytes, 10 s packed ${Math.round(packed)}, ${pictureCount} pictures up to ${largest} bytes, colours off by ${worstCrop.toFixed(2)} and ${worstFile.toFixed(2)}`,
        );
        expect(packed).toBeLessThan(MOST_BYTES);
        expect(pictureCount).toBeGreaterThan(2);
        expect(largest).toBeLessThan(40_960);
        expect(worstCrop).toBeLessThan(COLOUR_TOLERANCE);
        expect(worstFile).toBeLessThan(COLOUR_TOLERANCE);
      },
      120_000,
    );
  });
}
