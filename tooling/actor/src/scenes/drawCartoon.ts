import { TextureCanvas, type Place } from '../paint/TextureCanvas.js';
import type { Colour } from '../personas/Persona.js';

const INK: Colour = [24, 24, 28];

/** A flat drawing of a smiling face, as on a mug or a poster: RGBA8. */
export function drawCartoon(widthPx: number, heightPx: number): Uint8ClampedArray {
  const canvas = new TextureCanvas(widthPx, heightPx, [148, 204, 224]);
  const unit = Math.min(widthPx, heightPx) / 100;
  const [cx, cy] = [widthPx / 2, heightPx / 2];
  const oval = (x: number, y: number, rx: number, ry: number, colour: Colour): void => {
    const places = Array.from({ length: 40 }, (_, n): Place => {
      const angle = (n / 40) * 2 * Math.PI;
      return [cx + unit * (x + rx * Math.cos(angle)), cy + unit * (y + ry * Math.sin(angle))];
    });
    canvas.polygon(places, colour, 1, 1);
  };
  oval(0, 0, 37, 37, INK);
  oval(0, 0, 35.4, 35.4, [252, 212, 62]);
  for (const side of [-1, 1]) oval(side * 12, -9, 4.4, 7, INK);
  const smile = Array.from({ length: 21 }, (_, n): Place => {
    const angle = Math.PI * (0.12 + (0.76 * n) / 20);
    return [cx + unit * 21 * Math.cos(angle), cy + unit * (2 + 19 * Math.sin(angle))];
  });
  canvas.stroke(smile, 1.6 * unit, INK, 1);
  const out = Uint8ClampedArray.from(canvas.data);
  for (let o = 3; o < out.length; o += 4) out[o] = 255;
  return out;
}
