import { describe, expect, it } from '@jest/globals';
import { createSubject } from '../../testing/subject/createSubject.js';
import { flatPhotoOf } from '../__testing__/flatPhotoOf.js';
import { reasonOf, scoreOf, signalFramesOf, traceOf, type Sight } from '../__testing__/traceOf.js';
import type { SignalFrame } from '../SignalFrame.js';
import type { SignalMeasurement } from '../SpoofSignal.js';
import { createBackgroundRigidSignal } from './createBackgroundRigidSignal.js';

const PEOPLE = [1, 2];
type Place = readonly [x: number, y: number];

/** Where the room stands in each frame, in shares of the longer side: its motion goes into the trace. */
function seen(
  sight: Sight,
  roomAt: (atMs: number, face: Place) => Place,
  { moveFace = false, seconds = 8 } = {},
): SignalMeasurement {
  const signal = createBackgroundRigidSignal();
  const frames: SignalFrame[] = signalFramesOf(traceOf(sight, { fps: 20, seconds }));
  let last: Place | null = null;
  for (const frame of frames) {
    const { face, timestampMs } = frame;
    if (face === null) continue;
    const side = Math.max(frame.frameWidthPx, frame.frameHeightPx);
    const place: Place = [
      (face.landmarks[33 * 3]! + face.landmarks[263 * 3]!) / 2 / side,
      (face.landmarks[33 * 3 + 1]! + face.landmarks[263 * 3 + 1]!) / 2 / side,
    ];
    const room = roomAt(timestampMs, place);
    if (moveFace) {
      // A hand-held camera shifts the whole picture.
      for (let at = 0; at < face.landmarks.length; at += 3) {
        face.landmarks[at] = face.landmarks[at]! + room[0] * side;
        face.landmarks[at + 1] = face.landmarks[at + 1]! + room[1] * side;
      }
    }
    const motion = last === null ? null : { x: room[0] - last[0], y: room[1] - last[1] };
    signal.push({ ...frame, backgroundMotion: motion });
    last = room;
  }
  return signal.read();
}

function acting(seed: number): Sight {
  const subject = createSubject({ seed });
  let now = 800;
  for (const move of ['turn-left', 'nod', 'approach', 'turn-right'] as const) {
    now = subject.perform(move, now) + 200;
  }
  return subject.observe;
}

const still = (): Place => [0, 0];
const shaken = (atMs: number): Place => [0.03 * Math.sin(atMs / 410), 0.025 * Math.sin(atMs / 330)];

describe('background-rigid', () => {
  it('is 0.55 for people who act before a still room', () => {
    for (const seed of PEOPLE) expect(scoreOf(seen(acting(seed), still, { seconds: 10 }))).toBe(0.55);
  });

  it('is not under 0.5 for people who act while they hold the camera in a shaking hand', () => {
    for (const seed of PEOPLE) {
      expect(scoreOf(seen(acting(seed), shaken, { moveFace: true, seconds: 10 }))).toBeGreaterThanOrEqual(
        0.5,
      );
    }
  });

  it('does not judge a person at rest before a camera that pans', () => {
    const reading = seen(createSubject({ seed: 2 }).observe, shaken, { moveFace: true });
    expect(reasonOf(reading)).toBe('too-little-motion');
  });

  it('is under 0.2 for a print that is waved and tilted, and whose own background goes along', () => {
    for (const seed of PEOPLE) {
      // The print fills the camera's view.
      const photo = flatPhotoOf(createSubject({ seed }).observe(500), {
        tilt: (atMs) => 0.6 * Math.sin(atMs / 500),
        lean: (atMs) => 0.4 * Math.sin(atMs / 620),
        aside: (atMs) => 0.15 * Math.sin(atMs / 450),
      });
      expect(scoreOf(seen(photo, (_atMs, face) => face))).toBeLessThan(0.2);
    }
  });

  it('says so where no background was measured', () => {
    const signal = createBackgroundRigidSignal();
    for (const frame of signalFramesOf(traceOf(acting(1)))) signal.push({ ...frame, backgroundMotion: null });
    expect(reasonOf(signal.read())).toBe('no-background');
  });
});
