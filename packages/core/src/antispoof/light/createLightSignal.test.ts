import { describe, expect, it } from '@jest/globals';
import { EVIDENCE_LANDMARKS } from '@huoti/protocol';
import { drawLightStages } from '../../plan/drawLightStages.js';
import { createAreaLightCamera } from '../../testing/light/createAreaLightCamera.js';
import { createPointLightCamera } from '../../testing/light/createPointLightCamera.js';
import type { LitScene } from '../../testing/light/LitScene.js';
import { playLitFrames } from '../../testing/light/playLitFrames.js';
import { createSeededRandom } from '../../testing/seededRandom.js';
import type { SignalFrame } from '../SignalFrame.js';
import type { SignalMeasurement } from '../SpoofSignal.js';
import { createLightSignal } from './createLightSignal.js';

/** Both models; neither knows of the other. */
const CAMERAS = { point: createPointLightCamera, area: createAreaLightCamera };
const MODELS = ['point', 'area'] as const;
const SEEDS = [1, 2, 3];

function framesOf(model: (typeof MODELS)[number], scene: LitScene, fps = 30): readonly SignalFrame[] {
  const seed = scene.seed ?? 1;
  return playLitFrames({
    camera: CAMERAS[model](scene),
    stages: drawLightStages(createSeededRandom(seed * 17)),
    fps,
    seed,
  });
}

function measure(frames: readonly SignalFrame[]): SignalMeasurement {
  const signal = createLightSignal();
  for (const frame of frames) signal.push(frame);
  return signal.read();
}

const scoreOf = (reading: SignalMeasurement): number | string =>
  reading.kind === 'measured' ? reading.score : reading.reason;

/** Scores of a scene under both models, at a usual and at a slow rate. */
function scoresOf(scene: LitScene): readonly (number | string)[] {
  return MODELS.map((model) =>
    SEEDS.map((seed) => scoreOf(measure(framesOf(model, { ...scene, seed }, seed === 2 ? 10 : 30)))),
  ).flat();
}

describe('the light signal passes a face', () => {
  it.each<[string, LitScene]>([
    ['in a dark room', { ambientLux: 5 }],
    ['in the light of one lamp', { ambientLux: 50 }],
    ['in a living room', { ambientLux: 200 }],
    ['in an office', { ambientLux: 500 }],
    ['in a bright office', { ambientLux: 1000 }],
    [
      'before a window, whose light comes from the screen’s side',
      { ambientFrom: [0, 0, 1], ambientDiffuse: 0 },
    ],
    ['lit from one side', { ambientLux: 500, ambientFrom: [1, 0.1, 0.3], ambientDiffuse: 0.3 }],
    ['under an even sky of lamps', { ambientDiffuse: 1 }],
    ['of dark skin', { ambientLux: 300, skin: [0.14, 0.07, 0.045] }],
    ['of light skin', { ambientLux: 300, skin: [0.7, 0.52, 0.42] }],
    ['at arm’s length before a dimmed screen', { ambientLux: 400, distanceCm: 50, screenNit: 300 }],
    ['in a noisy picture', { ambientLux: 50, noiseLevels: 8, sway: 0.01 }],
    ['close to a wall', { wallCm: 40 }],
    ['under a blue cast', { ambientColour: [0.7, 0.9, 1] }],
    ['behind a slow camera', { cameraDelayMs: 150 }],
  ])('%s', (_what, scene) => {
    for (const score of scoresOf(scene)) expect(score).toBeGreaterThan(0.6);
  });
});

describe('the light signal of a head that moves in a bright office', () => {
  /** What a turn to and fro does to the shading: 5 % of the light, in all channels alike; the screen adds 3. */
  const moving = (frames: readonly SignalFrame[]): readonly SignalFrame[] =>
    frames.map((frame) => ({
      ...frame,
      faceColours: frame.faceColours.map(
        (level) => level * (1 + 0.05 * Math.sin(frame.timestampMs / 400)) ** (1 / 2.2),
      ),
    }));

  it('passes a face', () => {
    for (const model of MODELS) {
      const scores = SEEDS.map((seed) =>
        scoreOf(measure(moving(framesOf(model, { ambientLux: 1000, seed })))),
      );
      for (const score of scores) expect(score).toBeGreaterThan(0.6);
    }
  });

  it('does not pass a film in the place of the camera, a flat print or a screen', () => {
    for (const surface of ['recording', 'print', 'screen'] as const) {
      const scores = MODELS.map((model) =>
        SEEDS.map((seed) => scoreOf(measure(moving(framesOf(model, { surface, ambientLux: 1000, seed }))))),
      ).flat();
      for (const score of scores) expect(score).toBeLessThan(0.25);
    }
  });
});

describe('the light signal where no background can be compared with', () => {
  /** A window behind the person: all corners of the picture are white. */
  const withoutBackground = (frames: readonly SignalFrame[]): readonly SignalFrame[] =>
    frames.map((frame) => ({ ...frame, backgroundColours: new Float32Array(12).fill(255) }));
  const gainOf = (reading: SignalMeasurement): number =>
    reading.kind === 'measured' ? Number(reading.measures.gain) : NaN;

  it('passes a face in a living room', () => {
    for (const model of MODELS) {
      const reading = measure(withoutBackground(framesOf(model, { ambientLux: 200 })));
      expect(gainOf(reading)).toBeGreaterThan(0.06);
      expect(scoreOf(reading)).toBeGreaterThan(0.6);
    }
  });

  it('passes no answer as weak as what a screen’s glass sends back', () => {
    for (const model of MODELS) {
      const reading = measure(withoutBackground(framesOf(model, { ambientLux: 1000, screenNit: 400 })));
      expect(gainOf(reading)).toBeGreaterThan(0.01);
      expect(gainOf(reading)).toBeLessThan(0.04);
      expect(scoreOf(reading)).toBeLessThan(0.3);
    }
  });
});

describe('the light signal of a picture that is white under the brightest colours', () => {
  /** A camera that does not follow: a channel of each part of the face is white in a share of the frames. */
  const overexposed = (all: readonly SignalFrame[], share: number): readonly SignalFrame[] => {
    const frames = all.filter(({ lit }) => lit !== null);
    const limits = Array.from({ length: 24 }, (_value, part) => {
      const levels = frames.map(({ faceColours }) => faceColours[part]!).sort((a, b) => a - b);
      return levels[Math.floor(levels.length * (1 - share))]!;
    });
    return frames.map((frame) => ({
      ...frame,
      faceColours: frame.faceColours.map((level, part) =>
        part % 3 === 0 ? Math.min(255, (level * 251) / limits[part]!) : level,
      ),
    }));
  };

  it.each([0.3, 0.45])('passes a face that is white in %f of the frames', (share) => {
    for (const seed of SEEDS) {
      const frames = overexposed(framesOf('area', { ambientLux: 15, seed }), share);
      const white = frames.filter(({ faceColours }) => faceColours[0]! > 250);
      expect(white.length).toBeGreaterThan((share - 0.1) * frames.length);
      expect(scoreOf(measure(frames))).toBeGreaterThan(0.6);
    }
  });

  it('is unavailable where the face is white in most frames', () => {
    const frames = overexposed(framesOf('area', { ambientLux: 15 }), 0.6);
    expect(measure(frames)).toEqual({ kind: 'unavailable', reason: 'too-bright' });
  });

  it.each([0.3, 0.45])('does not pass a flat print that is white in %f of the frames', (share) => {
    for (const seed of SEEDS) {
      const frames = overexposed(framesOf('area', { surface: 'print', ambientLux: 15, seed }), share);
      expect(scoreOf(measure(frames))).toBeLessThan(0.25);
    }
  });
});

describe('the light signal reads a trace', () => {
  it('whose other landmarks are no numbers, as one that carries them all', () => {
    const frames = framesOf('point', { ambientLux: 200 });
    const carried = frames.map((frame): SignalFrame => {
      if (!frame.face) return frame;
      const landmarks = new Float32Array(frame.face.landmarks.length).fill(NaN);
      for (const point of EVIDENCE_LANDMARKS) {
        landmarks.set(frame.face.landmarks.subarray(point * 3, point * 3 + 3), point * 3);
      }
      return { ...frame, face: { ...frame.face, landmarks } };
    });
    expect(measure(carried)).toEqual(measure(frames));
    expect(scoreOf(measure(carried))).toBeGreaterThan(0.6);
  });
});

describe('the light signal does not pass', () => {
  it.each<[string, LitScene]>([
    // The attacker holds a photo of the face before the camera, printed in its size.
    ['a flat print in the dark', { surface: 'print', ambientLux: 5 }],
    ['a flat print in a living room', { surface: 'print', ambientLux: 200 }],
    ['a flat print in a bright office', { surface: 'print', ambientLux: 1000 }],
    // The attacker plays a film of the person on another phone or a monitor.
    ['a screen in the dark', { surface: 'screen', ambientLux: 5 }],
    ['a screen in the light of one lamp', { surface: 'screen', ambientLux: 50 }],
    ['a screen in a living room', { surface: 'screen', ambientLux: 200 }],
    ['a screen in a bright office', { surface: 'screen', ambientLux: 1000 }],
    // ... on a dim one, close by, so that its reflection of the colours weighs more.
    ['a dim screen close by', { surface: 'screen', panelNit: 50, screenNit: 600, distanceCm: 25 }],
    ['a dim screen in an office', { surface: 'screen', panelNit: 80, screenNit: 500, ambientLux: 500 }],
    // The attacker puts a film in the place of the camera: nothing lights it.
    ['a film in the place of the camera', { surface: 'recording' }],
    ['a film of a restless head', { surface: 'recording', sway: 0.03 }],
    // The attacker lights a film by a machine that sees the colours, and is late.
    ['a renderer that is 300 ms late', { surface: 'renderer', renderDelayMs: 300 }],
    ['a renderer that is 600 ms late', { surface: 'renderer', renderDelayMs: 600 }],
    ['a renderer that is 1,000 ms late', { surface: 'renderer', renderDelayMs: 1000 }],
    ['a renderer that is 1,500 ms late', { surface: 'renderer', renderDelayMs: 1500 }],
  ])('%s', (_what, scene) => {
    for (const score of scoresOf(scene)) expect(score).toBeLessThan(0.25);
  });

  it('a screen in the dark whose glass shines unevenly, since its dark parts gain a larger share than its light ones', () => {
    // The attacker plays a film with hard shadows on a dim, smeared screen: the reflection is a fifth stronger here than there.
    const content = [1, 0.35, 1, 0.35, 1, 0.35, 1, 0.35];
    const glass = [1, 1.2, 0.8, 1, 1.2, 0.8, 1, 1.2];
    const smeared = framesOf('area', { surface: 'recording' }).map((frame) => ({
      ...frame,
      faceColours: frame.faceColours.map((level, part) => {
        const shown = (level / 255) ** 2.2 * content[Math.floor(part / 3)]!;
        const on = frame.lit ? frame.lit.colour[part % 3]! ** 2.2 : 0;
        return 255 * (shown + 0.04 * on * glass[Math.floor(part / 3)]!) ** (1 / 2.2);
      }),
    }));
    const reading = measure(smeared);
    expect(reading.kind === 'measured' ? reading.measures['addedSpread'] : NaN).toBeGreaterThan(0.2);
    expect(scoreOf(reading)).toBeLessThan(0.25);
  });

  it('more than one of twenty faces that answered the colours of another plan', () => {
    // The attacker has recorded honest sessions and plays them into others.
    const sessions = Array.from({ length: 20 }, (_value, at) => framesOf(MODELS[at % 2]!, { seed: at + 1 }));
    const scores: number[] = [];
    for (const asked of sessions) {
      for (const recorded of sessions) {
        if (recorded === asked) continue;
        const replayed = asked.map((frame, at) => {
          const { faceColours, backgroundColours } = recorded[at % recorded.length]!;
          return { ...frame, faceColours, backgroundColours };
        });
        scores.push(Number(scoreOf(measure(replayed))));
      }
    }
    expect(scores).toHaveLength(380);
    expect(scores.filter((score) => !(score < 0.5)).length).toBeLessThan(19);
    expect(scores.filter((score) => score < 0.1).length).toBeGreaterThan(340);
  });
});

describe('the light signal is unavailable', () => {
  const frames = framesOf('point', {});

  it('without light', () => {
    const unlit = frames.map((frame) => ({ ...frame, lit: null }));
    expect(measure(unlit)).toEqual({ kind: 'unavailable', reason: 'no-light' });
    expect(measure([])).toEqual({ kind: 'unavailable', reason: 'no-light' });
  });

  it('from a handful of frames', () => {
    expect(measure(frames.filter((_frame, at) => at % 12 === 0))).toMatchObject({ reason: 'too-few-frames' });
    expect(measure(frames.map((frame) => ({ ...frame, face: null })))).toMatchObject({
      reason: 'too-few-frames',
    });
  });

  it('where the picture is white, and where it is black', () => {
    const filled = (level: number) =>
      frames.map((frame) => ({ ...frame, faceColours: new Float32Array(24).fill(level) }));
    expect(measure(filled(254))).toMatchObject({ reason: 'too-bright' });
    expect(measure(filled(1))).toMatchObject({ reason: 'too-dark' });
    expect(measure(filled(NaN)).kind).toBe('unavailable');
  });

  it('where the noise hides what the brightest office would leave of the screen', () => {
    const random = createSeededRandom(4);
    const noisy = framesOf('point', { ambientLux: 30_000 }).map((frame) => ({
      ...frame,
      faceColours: frame.faceColours.map((level) => level + (random.fill(new Uint8Array(1))[0]! - 127.5) / 3),
    }));
    expect(measure(noisy)).toMatchObject({ kind: 'unavailable', reason: 'too-bright' });
  });
});

describe('the light signal', () => {
  it('finds the delay to within a frame, and half of the light twice as far', () => {
    const read = (scene: LitScene) => {
      const reading = measure(framesOf('point', scene));
      return reading.kind === 'measured' ? reading.measures : {};
    };
    expect(Math.abs((read({ cameraDelayMs: 100 })['delayMs'] ?? 0) - 115)).toBeLessThan(34);
    const near = read({ distanceCm: 30, ambientLux: 500 })['gain'] ?? 0;
    const far = read({ distanceCm: 60, ambientLux: 500 })['gain'] ?? 0;
    expect(near / far).toBeGreaterThan(2.5);
    expect(near / far).toBeLessThan(4.5);
  });

  it('works without a background, by comparing the channels', () => {
    for (const model of MODELS) {
      const bare = framesOf(model, { ambientLux: 100 }).map((frame) => ({
        ...frame,
        backgroundColours: new Float32Array(12).fill(NaN),
      }));
      const reading = measure(bare);
      expect(reading).toMatchObject({ kind: 'measured', measures: { againstBackground: 0 } });
      expect(scoreOf(reading)).toBeGreaterThan(0.6);
    }
  });

  it('works where somebody moves about behind the person', () => {
    for (const model of MODELS) {
      const restless = framesOf(model, { ambientLux: 150 }).map((frame, at) => ({
        ...frame,
        backgroundColours: frame.backgroundColours.map((level) => level * (1 + 0.3 * Math.sin(at * at))),
      }));
      expect(scoreOf(measure(restless))).toBeGreaterThan(0.6);
    }
  });

  it('leaves out the frames of a stage that had to be shown again', () => {
    // The person turned away under the third colour: what those frames show is no answer to it.
    const shaken = framesOf('point', {}).flatMap((frame): SignalFrame[] => {
      if (frame.lit?.index !== 2) return [frame];
      const again = { ...frame, lit: { ...frame.lit, attempt: 1 } };
      const away = frame.faceColours.map((level, at) => level * (at < 12 ? 0.4 : 1));
      return frame.timestampMs - frame.lit.shownAtMs < 250 ? [{ ...frame, faceColours: away }] : [again];
    });
    expect(scoreOf(measure(shaken))).toBeGreaterThan(0.6);
  });

  it('forgets everything at a reset', () => {
    const signal = createLightSignal();
    for (const frame of framesOf('point', {})) signal.push(frame);
    signal.reset();
    expect(signal.read()).toEqual({ kind: 'unavailable', reason: 'no-light' });
  });
});
