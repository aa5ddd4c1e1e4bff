import { contrastRatio } from './contrastRatio.js';

const BLACK = '#000000';
const WHITE = '#ffffff';

/** One byte as two hex digits. */
const hex = (component: number): string => {
  const byte = Math.round(Math.min(1, Math.max(0, component)) * 255);
  return `${byte < 16 ? '0' : ''}${byte.toString(16)}`;
};

/**
 * Black or white, whichever is easier to read on a colour. One of the two always has a contrast of 4.58 or more, since their
 * contrasts with any colour multiply to 21: WCAG 2.2 asks for 4.5.
 *
 * @param colour red, green and blue in [0, 1], sRGB
 * @example inkOn([0, 0, 1]) // '#ffffff'
 */
export function inkOn(colour: readonly [red: number, green: number, blue: number]): '#000000' | '#ffffff' {
  const ground = `#${colour.map(hex).join('')}`;
  return contrastRatio(BLACK, ground) >= contrastRatio(WHITE, ground) ? BLACK : WHITE;
}
