import type { Persona } from '../personas/Persona.js';
import { createRandom } from '../random/createRandom.js';
import { shade } from './colours.js';
import type { PlaceOf } from './paintFace.js';
import type { Place, TextureCanvas } from './TextureCanvas.js';

/** Rows of points that lines of age run along. */
const LAUGH_LINES = [
  [129, 203, 206, 216, 212],
  [358, 423, 426, 436, 432],
];
const FOREHEAD_LINES = [
  [67, 69, 108, 151, 337, 299, 297],
  [104, 66, 107, 9, 336, 296, 333],
];
const CROWS_FEET = [
  [
    [226, 35, 143],
    [113, 124],
    [31, 111],
  ],
  [
    [446, 265, 372],
    [342, 353],
    [261, 340],
  ],
];
const BAGS = [
  [112, 232, 231, 230, 229],
  [341, 452, 451, 450, 449],
];

/** Lines of age: light beside dark, so that they look like folds; strength grows with age. */
export function paintLines(canvas: TextureCanvas, persona: Persona, placeOf: PlaceOf, unit: number): void {
  const { age, skin, seed } = persona;
  const random = createRandom(seed + 41);
  const dark = shade(skin, 0.6, 0.48, 0.46);
  const light = shade(skin, 1.12);
  const fold = (points: readonly number[], radius: number, share: number): void => {
    const places: Place[] = points.map((point) => {
      const [x, y] = placeOf(point);
      return [x + random.normal(0, 1.2) * unit, y + random.normal(0, 1.2) * unit];
    });
    canvas.stroke(places, radius * unit, dark, share, true);
    canvas.stroke(
      places.map(([x, y]): Place => [x, y + radius * 1.8 * unit]),
      radius * unit,
      light,
      share * 0.5,
      true,
    );
  };
  for (const line of LAUGH_LINES) fold(line, 2, 0.06 + age * 0.22);
  if (age < 0.3) return;
  const strength = (age - 0.3) / 0.7;
  for (const line of FOREHEAD_LINES.slice(0, 1)) fold(line, 1.5, strength * 0.22);
  for (const side of CROWS_FEET) for (const line of side) fold(line, 1.2, strength * 0.16);
  for (const line of BAGS) fold(line, 2, strength * 0.16);
  for (let n = 0; n < strength * 26; n++) {
    const [x, y] = placeOf([50, 280, 54, 284, 67, 297][n % 6] ?? 50);
    canvas.blob(
      [x + random.normal(0, 24) * unit, y + random.normal(0, 24) * unit],
      random.between(1.5, 4) * unit,
      shade(skin, 0.78, 0.66, 0.6),
      0.35,
    );
  }
}
