import { floor } from '../random/maths.js';
import type { Texture } from '../geometry/Surface.js';
import type { Colour, Persona } from '../personas/Persona.js';
import { createRandom } from '../random/createRandom.js';
import { at } from '../random/numbers.js';
import { blend, shade } from './colours.js';
import { TextureCanvas } from './TextureCanvas.js';

const WIDTH_PX = 512;
const HEIGHT_PX = 256;
/** Places round the head at which the ends of the hair differ. */
const LOCKS = 190;
const GREY: Colour = [198, 196, 193];

/**
 * Strands that run downwards; `cover(u, v, random)` says where hair is, its last argument differing from strand to strand.
 */
export function paintHair(
  persona: Persona,
  cover: (u: number, v: number, random: number) => number,
): Texture {
  const { colour, grey, style } = persona.hair;
  const random = createRandom(persona.seed + 101);
  const canvas = new TextureCanvas(WIDTH_PX, HEIGHT_PX, shade(colour, 0.82));
  canvas.grain(persona.seed + 102, 180, 0.28, 5);
  canvas.grain(persona.seed + 103, 26, 0.16, 3);
  if (style === 'curly') canvas.grain(persona.seed + 104, 110, 0.3, 56);
  if (style === 'cropped') canvas.grain(persona.seed + 104, 200, 0.12, 110);
  for (let n = 0; n < 420; n++) {
    const x = random.between(0, WIDTH_PX);
    const y = random.between(0, HEIGHT_PX);
    const tone = random.next() < grey ? blend(colour, GREY, 0.85) : shade(colour, random.between(0.6, 1.45));
    canvas.stroke(
      [
        [x, y],
        [x + random.normal(0, 3), y + random.between(20, 70)],
      ],
      0.8,
      tone,
      0.35,
    );
  }
  for (let n = 0; n < grey * 2600; n++) {
    const [x, y] = [random.between(0, WIDTH_PX), random.between(0, HEIGHT_PX)];
    canvas.stroke(
      [
        [x, y],
        [x + random.normal(0, 2), y + random.between(8, 26)],
      ],
      0.9,
      shade(GREY, random.between(0.85, 1.1)),
      0.5,
    );
  }
  // Locks of a few strands end together.
  const locks = Float32Array.from({ length: LOCKS + 2 }, () => random.next());
  canvas.cover((u, v) => {
    const place = u * LOCKS;
    const lock = floor(place);
    const share = place - lock;
    return cover(u, v, at(locks, lock) * (1 - share) + at(locks, lock + 1) * share);
  });
  return canvas.finish();
}
