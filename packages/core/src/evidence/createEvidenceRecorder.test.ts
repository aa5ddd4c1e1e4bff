import { describe, expect, it } from '@jest/globals';
import { COLOUR_NOT_SEEN, decodeTraceChunk, HuotiError, isHuotiError } from '@huoti/protocol';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Frame } from '../frame/Frame.js';
import type { EncodablePicture, PictureEncoder } from '../host/PictureEncoder.js';
import { GOOD_STATISTICS } from '../testing/playSession.js';
import { paintFrame } from '../testing/paintedFrame.js';
import { createSubject } from '../testing/subject/createSubject.js';
import type { FaceObservation } from '../vision/FaceObservation.js';
import { createEvidenceRecorder, type EvidenceRecorder } from './createEvidenceRecorder.js';
import { restoreFrameFacts } from './restoreFrameFacts.js';

const face = createSubject({ seed: 4, noise: 0 }).observe(0);
const skin: Frame = paintFrame(face);

/** The painted face again, at another time. */
const at = (timestampMs: number): Frame => ({ ...skin, timestampMs });

function record(
  recorder: EvidenceRecorder,
  frame: Frame,
  faces: readonly FaceObservation[],
  atMs = frame.timestampMs,
) {
  const observations = faces.map((each) => ({ ...each, timestampMs: frame.timestampMs }));
  return recorder.record(frame, observations, GOOD_STATISTICS, { atMs, afterFallback: false }).facts;
}

/** Keeps what it was given and makes files of a few bytes. */
function fakeEncoder(
  fileOf: (picture: EncodablePicture) => Uint8Array | Promise<Uint8Array>,
): PictureEncoder {
  return { specificationVersion: 'v1', encode: async (picture) => fileOf(picture) };
}

const thrown = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('a recorder', () => {
  it('gives the session the very numbers that the trace says', async () => {
    const recorder = createEvidenceRecorder();
    const bystander = { ...face, landmarks: new Float32Array(0), box: { ...face.box, widthPx: 77 } };
    const judged = [
      record(recorder, at(1000.7), [face]),
      record(recorder, at(1034.2), []),
      record(recorder, at(1067), [face, bystander]),
      record(recorder, at(1100), [{ ...face, landmarks: face.landmarks.map(() => NaN) }]),
    ];
    const { bytes, frameCount, pictureCount } = await recorder.cut().ready();
    const { frames } = decodeTraceChunk(bytes);
    expect(frames.map(restoreFrameFacts)).toEqual(judged);
    expect([frameCount, pictureCount]).toEqual([4, 0]);
    expect(frames.map(({ timestampMs }) => timestampMs)).toEqual([1000, 1034, 1067, 1100]);
    expect(judged[2]?.observations[1]?.box.widthPx).toBeCloseTo(77, 1);
    expect(frames[1]?.faceColours.every((value) => value === COLOUR_NOT_SEEN)).toBe(true);
    expect(frames[3]).toMatchObject({ broken: true, landmarks: null });
  });

  it('never traces a frame as captured after it was judged', () => {
    expect(record(createEvidenceRecorder(), at(1000), [face], 980.5).timestampMs).toBe(980);
  });

  it('leaves out a frame of the same millisecond and one that is older, and gives them to the session as they are', () => {
    const recorder = createEvidenceRecorder();
    record(recorder, at(1000), [face]);
    expect(record(recorder, at(1000.4), [face]).timestampMs).toBe(1000);
    expect(record(recorder, at(990), [face]).timestampMs).toBe(990);
    expect(recorder.frameCount).toBe(1);
  });

  it('cuts between two frames, notes where the step came, and numbers the chunks', async () => {
    const recorder = createEvidenceRecorder();
    record(recorder, at(1000), [face]);
    const first = recorder.cut();
    record(recorder, at(1033), [face]);
    record(recorder, at(1066), [face]);
    recorder.markReveal();
    record(recorder, at(1100), [face]);
    const second = recorder.cut({ extensions: [{ id: 7, bytes: Uint8Array.of(1) }] });
    const empty = recorder.cut();
    const chunks = [];
    for (const cut of [first, second, empty]) chunks.push(decodeTraceChunk((await cut.ready()).bytes));
    expect(chunks.map(({ index, revealFrame, frames }) => [index, revealFrame, frames.length])).toEqual([
      [0, 0, 1],
      [1, 2, 3],
      [2, 0, 0],
    ]);
    expect(chunks[1]?.extensions).toEqual([{ id: 7, bytes: Uint8Array.of(1) }]);
  });

  it('refuses to go on past its bound, and a bound that is none', () => {
    const recorder = createEvidenceRecorder({ maxFrames: 1 });
    record(recorder, at(1000), [face]);
    expect(() => record(recorder, at(1033), [face])).toThrow('the trace is full');
    expect(() => createEvidenceRecorder({ maxFrames: 0 })).toThrow('maxFrames');
  });
});

describe('pictures', () => {
  it('are cut every 200 ms, hashed, and kept until they are asked for', async () => {
    const seen: EncodablePicture[] = [];
    const encoder = fakeEncoder((picture) => {
      seen.push({ ...picture, data: picture.data.slice() });
      return Uint8Array.of(0xff, 0xd8, seen.length);
    });
    const recorder = createEvidenceRecorder({ pictures: { encoder } });
    for (let frame = 0; frame < 13; frame += 1) {
      record(recorder, at(1000 + frame * 40), [face]);
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    }
    const { bytes, pictureCount } = await recorder.cut().ready();
    const { pictures } = decodeTraceChunk(bytes);
    expect(pictureCount).toBe(3);
    expect(pictures.map(({ frameIndex }) => frameIndex)).toEqual([0, 5, 10]);
    const [first] = seen;
    expect(Math.max(first?.widthPx ?? 0, first?.heightPx ?? 0)).toBeLessThanOrEqual(320);
    expect(recorder.picture(0, 1)).toEqual(Uint8Array.of(0xff, 0xd8, 2));
    expect(pictures[1]?.sha256).toEqual(sha256(Uint8Array.of(0xff, 0xd8, 2)));
    expect(() => recorder.picture(0, 3)).toThrow('no picture 3');
  });

  it('that can not be encoded, or are too large, are left out, and the session goes on', async () => {
    let count = 0;
    const encoder = fakeEncoder(() => {
      count += 1;
      if (count === 1) throw new HuotiError('HOST_ERROR', 'no canvas');
      return count === 2 ? new Uint8Array(40_961).fill(7) : Uint8Array.of(1);
    });
    const recorder = createEvidenceRecorder({ pictures: { encoder, everyMs: 1 } });
    for (let frame = 0; frame < 3; frame += 1) {
      record(recorder, at(1000 + frame * 40), [face]);
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    }
    const { bytes } = await recorder.cut().ready();
    expect(decodeTraceChunk(bytes).pictures.map(({ frameIndex }) => frameIndex)).toEqual([2]);
  });

  it('do not pile up before an encoder that hangs', async () => {
    let asked = 0;
    const encoder = fakeEncoder(() => {
      asked += 1;
      return new Promise<Uint8Array>(() => undefined);
    });
    const recorder = createEvidenceRecorder({ pictures: { encoder, everyMs: 1 } });
    for (let frame = 0; frame < 30; frame += 1) record(recorder, at(1000 + frame * 40), [face]);
    await Promise.resolve();
    expect(asked).toBe(4);
  });

  it('and everything else are zeroed by clear, those under way too', async () => {
    const files: Uint8Array[] = [];
    const crops: Uint8ClampedArray[] = [];
    let finish: (() => void) | null = null;
    const encoder = fakeEncoder(async ({ data }) => {
      crops.push(data);
      if (crops.length === 2) await new Promise<void>((resolve) => (finish = resolve));
      const file = Uint8Array.of(9, 9, 9);
      files.push(file);
      return file;
    });
    const recorder = createEvidenceRecorder({ pictures: { encoder, everyMs: 1 } });
    record(recorder, at(1000), [face]);
    await recorder.cut().ready();
    record(recorder, at(1040), [face]);
    const open = recorder.cut();
    recorder.clear();
    (finish as (() => void) | null)?.();
    expect(isHuotiError(await thrown(open.ready()), 'DISPOSED')).toBe(true);
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    expect(files.map((file) => Array.from(file))).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(crops.every((crop) => crop.every((value) => value === 0))).toBe(true);
    expect(recorder.frameCount).toBe(0);
    expect(() => recorder.picture(0, 0)).toThrow('no picture');
    recorder.clear();
    record(recorder, at(10), [face]);
    expect(recorder.cut().index).toBe(0);
  });
});
