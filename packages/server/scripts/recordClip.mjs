import { spawn } from 'node:child_process';
import { createEvidenceRecorder, measureFrame } from '@huoti/core';
import { decodeTraceChunk } from '@huoti/protocol';
import { jpegEncoder } from './jpegEncoder.mjs';

/** Longer side that a camera is asked for, in px. */
const FRAME_SIDE_PX = 640;

/** Of a browser's canvas, 1 to 100. */
const JPEG_QUALITY = 85;

/**
 * What a client's recorder makes of a clip: the frames of its trace, and the pictures with the frames they were cut from.
 *
 * @param {string} path
 * @param {{landmarker: import('@huoti/core').FaceLandmarker, seconds: number}} options
 */
export async function recordClip(path, { landmarker, seconds }) {
  const times = (
    await outputOf('ffprobe', [
      '-select_streams',
      'v:0',
      '-show_entries',
      'packet=pts_time',
      '-of',
      'csv=p=0',
      path,
    ])
  )
    .toString()
    .split('\n')
    .map(Number.parseFloat)
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const one = await outputOf('ffmpeg', [
    '-i',
    path,
    '-frames:v',
    '1',
    '-f',
    'image2pipe',
    '-c:v',
    'ppm',
    '-',
  ]);
  const [, width, height] = /^P6\s+(\d+)\s+(\d+)/.exec(one.subarray(0, 32).toString('latin1')).map(Number);
  const scale = Math.min(1, FRAME_SIDE_PX / Math.max(width, height));
  const [widthPx, heightPx] = [width, height].map((side) => Math.round((side * scale) / 2) * 2);
  const raw = await outputOf('ffmpeg', [
    ...['-t', String(seconds), '-i', path, '-vf', `scale=${widthPx}:${heightPx}`, '-fps_mode', 'passthrough'],
    ...['-f', 'rawvideo', '-pix_fmt', 'rgba', '-'],
  ]);
  const bytes = widthPx * heightPx * 4;
  const recorder = createEvidenceRecorder({ pictures: { encoder: jpegEncoder(JPEG_QUALITY) } });
  landmarker.reset();
  for (let at = 0; at < Math.floor(raw.length / bytes); at += 1) {
    const timestampMs = (times[at] ?? at / 30) * 1000;
    const data = new Uint8ClampedArray(raw.buffer, raw.byteOffset + at * bytes, bytes);
    const frame = {
      data,
      widthPx,
      heightPx,
      rotationDegrees: 0,
      mirrored: false,
      timestampMs,
      close: () => {},
    };
    const faces = await landmarker.detect(frame);
    const facts = { atMs: timestampMs, afterFallback: false };
    recorder.record(frame, faces, measureFrame(frame, faces[0] ?? null), facts);
    // Pictures are encoded beside the camera; a loop without pauses would leave most of them out.
    if (at % 4 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const cut = recorder.cut();
  const { bytes: chunk } = await cut.ready();
  const { frames, pictures } = decodeTraceChunk(chunk);
  return {
    frames,
    pictures: pictures.map((entry, index) => ({
      traced: frames[entry.frameIndex],
      frameIndex: entry.frameIndex,
      file: Uint8Array.from(recorder.picture(cut.index, index)),
    })),
  };
}

/**
 * @param {string} program
 * @param {readonly string[]} words
 * @returns {Promise<Buffer>}
 */
function outputOf(program, words) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['-v', 'error', ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
    const parts = [];
    child.stdout.on('data', (part) => parts.push(part));
    child.once('error', () => reject(new TypeError(`${program} does not start: install ffmpeg`)));
    child.once('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(parts))
        : reject(new TypeError(`${program} failed on ${words.join(' ')}`)),
    );
  });
}
