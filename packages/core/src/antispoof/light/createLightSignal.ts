import { rampScore } from '../rampScore.js';
import type { SignalMeasurement, SpoofSignal } from '../SpoofSignal.js';
import { createLitFrames } from './createLitFrames.js';
import { measureResponse, type LightResponse } from './measureResponse.js';

/**
 * Likeness of the face's light to the plan's colours, from chance to beyond doubt. The answer to another plan's colours is as like as
 * 0.61 in one of 20 and 0.70 in one of 100, the delay free to be chosen, and 0.70 and 0.81 where the channels' differences alone
 * count (1,560 pairs of drawn plans); the middle of this range, at a delay that a screen has, is reached by 0.4 and 0.9 of 100. Noise,
 * exposure and white balance leave 0.9 and more of a face that is lit (both lighting models, 2026-11-26: createLightSignal.test.ts);
 * of people who move in a room of 450 to 1,000 lux 0.71 to 1 is left (15 sessions, 2026-11-27), of which 0.4 to 0.95
 * where what all channels share counts in full.
 */
const CORRELATION = { from: 0.6, to: 0.85 };

/**
 * How late the answer comes, in ms. A display takes 10 to 50 after the browser has handed it a picture, half an exposure up to 33,
 * and a time of capture that is taken at delivery up to 100: 220 is every one of them at its worst. A renderer that has to see
 * the colour first adds its own time to its camera's.
 */
const DELAY_MS = { from: 320, to: 220 };

/**
 * How much more light there is on the face than on what stands behind it. A phone's white screen at 35 cm gives 25 to 40 lux: 3 % in
 * a bright office of 1,000. Glass reflects 4 %: a screen of 150 nit that is lit by it shows 1 % more.
 */
const GAIN = { from: 0.01, to: 0.025 };

/**
 * The same where no background can be compared with: a screen is in front of all that is seen, and its glass is no
 * brighter than the room. What glass sends back of 80 lux (4 %: 1 cd/m2) raises a panel's mid-grey of 50 cd/m2 by 2 % and its dark
 * skin by up to 8; a face measured this way gives 5 % and more, 12 of 13 at least 17 (sessions of live people, 2026-11-27; of the same
 * day's screens and replays ten of the thirteen that passed before lie below 5).
 */
const GAIN_ALONE = { from: 0.03, to: 0.06 };

/**
 * How far the parts of the face are from being lit as a plane is, as a share of the mean. Flat prints, straight before the screen:
 * up to 0.05, its noise. A face differs by its normals and by the distance of its parts: 0.15 to 0.45, the least in a dark room, and 0.2
 * where the room's own light comes from the screen's side (both lighting models, 5 to 1,000 lux, 2026-11-26: createLightSignal.test.ts).
 */
const SPREAD = { from: 0.06, to: 0.12 };

/**
 * The same of the light that is added, not of its share. What the glass of another screen reflects is even, up to 0.05, whatever the
 * screen shows; a print gives 0.11 to 0.17, a face 0.25 to 0.58 (ibid.). It tells a dim screen, whose 4 % are as much as a
 * bright room leaves of a face's answer.
 */
const ADDED_SPREAD = { from: 0.1, to: 0.2 };

/**
 * {@link ADDED_SPREAD}'s measure against {@link SPREAD}'s. On a face both come of the same light and differ by the skin alone: 0.75 and more
 * of 325 measured live sessions, footage and drawn people, 1.05 in 95 of 100. On a screen what is added is even and its share is not, since the
 * screen shows a face: 0.16 to 0.7 in half of the 16 screens and slides that answered otherwise as a face (2026-11-27).
 */
const UNEVENNESS_KEPT = { from: 0.4, to: 0.7 };

/** The least answer that has to be seen above the noise before no answer is one, as a rise of the light: {@link GAIN}'s upper end. */
const EXPECTED_GAIN = 0.025;

/** How many standard deviations of its noise the expected answer has to be. */
const SURE_ERRORS = 3;

/** A background that makes the answer so much noisier than the channels alone would moves by itself. Judgement. */
const NOISIER = 4;

/**
 * Whether the face answers the colours of the screen as a face does: in time with them, more than the room behind it, and each part
 * by its normal and its distance (Lambert's cosine, the square of the distance).
 *
 * Auto exposure moves face and background alike, and cancels in their ratio; so do white balance and the colour of skin, which
 * multiply. Where no background can be measured, or it moves, the channels are compared with each other, which auto exposure
 * moves alike. What a movement does to the shading, all channels share: it counts less the more of it there is (fitColours).
 *
 * Stops: what is recorded and does not know the colours; screens, which shine by themselves; flat prints; renderers that are late.
 * Does not stop: who renders the light in time, on a face's normals; masks. A print that is bent like a face is stopped by others.
 * In sunlight it says `too-bright`, or finds no answer: who stands in the sun looks like a screen to it.
 *
 * @example const signal = createLightSignal(); for (const frame of frames) signal.push(frame); signal.read();
 */
export function createLightSignal(): SpoofSignal {
  const frames = createLitFrames();
  return {
    name: 'light',
    family: 'light',
    push: frames.push,
    read(): SignalMeasurement {
      const list = frames.read();
      if (typeof list === 'string') return { kind: 'unavailable', reason: list };
      // What is compared with is chosen by its noise alone, never by what comes of it.
      const responses = list.map(measureResponse);
      const least = Math.min(...responses.map(({ gainNoise }) => gainNoise));
      const response = responses.find(
        ({ gainNoise }) => gainNoise <= NOISIER * least && SURE_ERRORS * gainNoise <= EXPECTED_GAIN,
      );
      if (!response) return { kind: 'unavailable', reason: 'too-bright' };
      return { kind: 'measured', score: scoreOf(response), measures: { ...response } };
    },
    reset: frames.reset,
  };
}

/** As good as the worst of what a face's answer has to be. */
function scoreOf(response: LightResponse): number {
  const { correlation, delayMs, gain, regionSpread, addedSpread, againstBackground } = response;
  return Math.min(
    rampScore(correlation, CORRELATION),
    rampScore(delayMs, DELAY_MS),
    rampScore(gain, againstBackground === 1 ? GAIN : GAIN_ALONE),
    rampScore(regionSpread, SPREAD),
    rampScore(addedSpread, ADDED_SPREAD),
    rampScore(regionSpread > 0 ? addedSpread / regionSpread : 0, UNEVENNESS_KEPT),
  );
}
