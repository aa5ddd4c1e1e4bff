import type { Texture } from '../geometry/Surface.js';
import type { Persona } from '../personas/Persona.js';
import { createRandom } from '../random/createRandom.js';
import { at } from '../random/numbers.js';
import { blend, shade } from './colours.js';
import { TextureCanvas } from './TextureCanvas.js';

const WIDTH_PX = 512;
const HEIGHT_PX = 256;

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
  if (style === 'cropped') canvas.grain(persona.seed + 104, 250, 0.2, 120);
  for (let n = 0; n < 420; n++) {
    const x = random.between(0, WIDTH_PX);
    const y = random.between(0, HEIGHT_PX);
    const tone =
      random.next() < grey ? blend(colour, [205, 203, 200], 0.85) : shade(colour, random.between(0.6, 1.45));
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
  if (grey > 0) {
    for (let o = 0; o < canvas.data.length; o += 4) {
      if (random.next() < grey * 0.8)
        canvas.data.set(
          blend([at(canvas.data, o), at(canvas.data, o + 1), at(canvas.data, o + 2)], [196, 194, 191], 0.75),
          o,
        );
    }
  }
  const strand = Float32Array.from({ length: WIDTH_PX }, () => random.next());
  canvas.cover((u, v) => cover(u, v, at(strand, Math.floor(u * WIDTH_PX))));
  return canvas.finish();
}
