import { abortedError } from '../../host/abortedError.js';
import { median } from '../../session/median.js';
import { measureTexture, type TextureMeasures } from './measureTexture.js';
import type { PictureSignal } from './PictureSignal.js';
import { textureScore } from './textureScore.js';

/** Pictures that are kept in mind, newest last: at two a second, half a minute, longer than any session. */
const MOST_PICTURES = 60;

/**
 * Physics: a face lights up in its own colour where light falls on it, while the gloss of paper and glass, and the light that
 * a screen reflects, add white to dark and light alike (`shading`, `saturation`). What is photographed twice has lost detail
 * twice (`coarseDetail`, `fineDetail`, `colourDetail`). Rows of dots and pixels make single frequencies (`pattern`).
 *
 * Defeated by a good print in good light, a sharp screen that fills the picture, and any injected stream of a real person's
 * pictures. Turned away by white balance, make-up and soft cameras as well. The measures hold over cameras unevenly
 * (docs/models.md): a vote among others, which alone decides nothing.
 *
 * Constants: `textureScore`. The score is that of the measures' medians over all pictures.
 *
 * @example const signal = createTextureSignal(); await signal.look(frame, face); signal.read();
 */
export function createTextureSignal(): PictureSignal {
  let pictures: TextureMeasures[] = [];
  let looks = 0;
  return {
    name: 'texture',
    family: 'texture',
    look: async (picture, face, { signal } = {}) => {
      if (signal?.aborted) throw abortedError(signal);
      looks += 1;
      const measures = measureTexture(picture, face);
      if (measures !== null) pictures.push(measures);
      if (pictures.length > MOST_PICTURES) pictures.shift();
    },
    read: () => {
      const [first] = pictures;
      if (!first) return { kind: 'unavailable', reason: looks === 0 ? 'no-picture' : 'face-too-small' };
      const middle = (name: keyof TextureMeasures): number => median(pictures.map((one) => one[name])) ?? NaN;
      const measures = {
        skinLuma: middle('skinLuma'),
        shading: middle('shading'),
        saturation: middle('saturation'),
        colourSpread: middle('colourSpread'),
        range: middle('range'),
        highlight: middle('highlight'),
        edge: middle('edge'),
        coarseDetail: middle('coarseDetail'),
        fineDetail: middle('fineDetail'),
        colourDetail: middle('colourDetail'),
        pattern: middle('pattern'),
      };
      return {
        kind: 'measured',
        score: textureScore(measures),
        measures: { ...measures, pictures: pictures.length },
      };
    },
    reset: () => {
      pictures = [];
      looks = 0;
    },
  };
}
