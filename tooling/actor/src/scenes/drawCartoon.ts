import { TextureCanvas, type Place } from '../paint/TextureCanvas.js';
import type { Colour } from '../personas/Persona.js';

const INK: Colour = [24, 24, 28];
const FUR: Colour = [238, 150, 62];
const CREAM: Colour = [252, 236, 206];

/** A flat drawing of a cat's face, as on a mug or a poster: RGBA8. */
export function drawCartoon(widthPx: number, heightPx: number): Uint8ClampedArray {
  const canvas = new TextureCanvas(widthPx, heightPx, [148, 204, 224]);
  const unit = Math.min(widthPx, heightPx) / 100;
  const place = (x: number, y: number): Place => [widthPx / 2 + unit * x, heightPx / 2 + unit * y];
  const oval = (x: number, y: number, rx: number, ry: number, colour: Colour): void => {
    const angles = Array.from({ length: 40 }, (_, n) => (n / 40) * 2 * Math.PI);
    canvas.polygon(
      angles.map((angle) => place(x + rx * Math.cos(angle), y + ry * Math.sin(angle))),
      colour,
      1,
      1,
    );
  };
  for (const side of [-1, 1]) {
    canvas.polygon([place(side * 36, -6), place(side * 33, -42), place(side * 6, -24)], INK, 1, 1);
    canvas.polygon([place(side * 34, -8), place(side * 31.5, -38), place(side * 9, -22)], FUR, 1, 1);
  }
  oval(0, 2, 39, 30, INK);
  oval(0, 2, 37.6, 28.6, FUR);
  for (const side of [-1, 1]) {
    oval(side * 17, -3, 8.5, 9.5, [252, 252, 250]);
    oval(side * 15, -2, 2.6, 8, INK);
    oval(side * 6, 15, 8, 6, CREAM);
    for (const slope of [-3, 1, 5])
      canvas.stroke([place(side * 14, 13 + slope / 3), place(side * 44, 10 + slope * 2)], 0.5 * unit, INK, 1);
  }
  canvas.polygon([place(-3.5, 8), place(3.5, 8), place(0, 12)], [222, 92, 110], 1, 1);
  const out = Uint8ClampedArray.from(canvas.data);
  for (let o = 3; o < out.length; o += 4) out[o] = 255;
  return out;
}
