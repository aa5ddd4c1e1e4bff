import { isHuotiError } from '@huoti/protocol';
import { median } from '../../session/median.js';
import type { PictureSignal } from './PictureSignal.js';
import type { TextureNet } from './TextureNet.js';

/** What {@link createTextureNetSignal} takes. */
export interface TextureNetSignalOptions {
  /** Left out where the operator has none: the signal is then `unavailable`. */
  net?: TextureNet | undefined;
}

/** Pictures that are kept in mind, newest last: at two a second, half a minute, longer than any session. */
const MOST_PICTURES = 60;

/**
 * Physics: what a print or a screen leaves of a face (dots, grids, a second blur, paper's or glass's gloss, edges of the thing
 * itself) as a network has learned it from pictures that nobody here has seen. The median of its scores, one a picture.
 *
 * Defeated by a good print in good light and by whatever its training did not hold; turned away by webcams, backlight and
 * heavy compression as well: a third of the genuine clips of the fixtures score as low as the attacks. So it is a vote, never a
 * gate.
 *
 * The net is loaded with the first picture, not before: a session's first frame never waits for it.
 *
 * @example const signal = createTextureNetSignal({ net }); await signal.look(frame, face); signal.read();
 */
export function createTextureNetSignal({ net }: TextureNetSignalOptions = {}): PictureSignal {
  let scores: number[] = [];
  let broken: 'no-model' | 'model-failed' | null = net ? null : 'no-model';
  return {
    name: 'texture-net',
    family: 'texture',
    look: async (picture, face, options) => {
      if (!net || broken) return;
      try {
        await net.load(options);
      } catch (error) {
        rethrowOfCaller(error);
        broken = 'no-model';
        return;
      }
      try {
        const score = await net.score(picture, face, options);
        if (score === null) return;
        scores.push(score);
        if (scores.length > MOST_PICTURES) scores.shift();
      } catch (error) {
        rethrowOfCaller(error);
        broken = 'model-failed';
      }
    },
    read: () => {
      if (broken) return { kind: 'unavailable', reason: broken };
      const score = median(scores);
      if (score === null) return { kind: 'unavailable', reason: 'no-picture' };
      return {
        kind: 'measured',
        score,
        measures: {
          pictures: scores.length,
          lowest: Math.min(...scores),
          highest: Math.max(...scores),
        },
      };
    },
    reset: () => {
      scores = [];
      broken = net ? null : 'no-model';
    },
  };
}

/** What the caller did is the caller's to know; what the model could not do is an answer. */
function rethrowOfCaller(error: unknown): void {
  if (isHuotiError(error) && (error.code === 'ABORTED' || error.code === 'INVALID_ARGUMENT')) throw error;
}
