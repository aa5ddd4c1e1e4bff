import { ceil, exp, floor, hypot, max, min } from '../random/maths.js';
import { createRandom } from '../random/createRandom.js';
import { at, clamp } from '../random/numbers.js';
import type { Texture } from '../geometry/Surface.js';
import type { Colour } from '../personas/Persona.js';

/** A place on a canvas, in pixels. */
export type Place = readonly [x: number, y: number];

/** A square or oblong picture being painted: sRGB, 0 to 255, with cover in [0, 1]. */
export class TextureCanvas {
  readonly data: Float32Array;

  constructor(
    readonly widthPx: number,
    readonly heightPx: number,
    base: Colour,
    cover = 1,
  ) {
    this.data = new Float32Array(widthPx * heightPx * 4);
    const [red, green, blue] = base;
    for (let o = 0; o < this.data.length; o += 4) {
      this.data[o] = red;
      this.data[o + 1] = green;
      this.data[o + 2] = blue;
      this.data[o + 3] = cover;
    }
  }

  /** Mixes `colour` into one pixel. */
  dab(x: number, y: number, colour: Colour, share: number): void {
    if (x < 0 || y < 0 || x >= this.widthPx || y >= this.heightPx || share <= 0) return;
    const o = ((y | 0) * this.widthPx + (x | 0)) * 4;
    const data = this.data;
    data[o] = at(data, o) + (colour[0] - at(data, o)) * share;
    data[o + 1] = at(data, o + 1) + (colour[1] - at(data, o + 1)) * share;
    data[o + 2] = at(data, o + 2) + (colour[2] - at(data, o + 2)) * share;
  }

  /** A soft round patch; `radiusY` differs from `radiusX` for an oval one. */
  blob([cx, cy]: Place, radiusX: number, colour: Colour, share: number, radiusY = radiusX): void {
    for (let y = max(0, floor(cy - radiusY * 2)); y <= min(this.heightPx - 1, cy + radiusY * 2); y++) {
      for (let x = max(0, floor(cx - radiusX * 2)); x <= min(this.widthPx - 1, cx + radiusX * 2); x++) {
        const square = ((x - cx) / radiusX) ** 2 + ((y - cy) / radiusY) ** 2;
        if (square < 4) this.dab(x, y, colour, share * exp(-1.5 * square) * (1 - square / 4));
      }
    }
  }

  /** A filled outline with a soft edge of `soft` px; `colour` may depend on the place. */
  polygon(
    places: readonly Place[],
    colour: Colour | ((x: number, y: number) => Colour),
    soft: number,
    share: number,
  ): void {
    const xs = places.map((place) => place[0]);
    const ys = places.map((place) => place[1]);
    for (let y = floor(min(...ys) - soft); y <= max(...ys) + soft; y++) {
      for (let x = floor(min(...xs) - soft); x <= max(...xs) + soft; x++) {
        const cover = clamp(0.5 + signedDistance(places, x, y) / (2 * soft), 0, 1);
        if (cover > 0) this.dab(x, y, typeof colour === 'function' ? colour(x, y) : colour, cover * share);
      }
    }
  }

  /** A line through the places, `radius` px wide to each side, thinner towards both ends where `taper` is set. */
  stroke(places: readonly Place[], radius: number, colour: Colour, share: number, taper = false): void {
    for (let leg = 0; leg + 1 < places.length; leg++) {
      const [ax, ay] = places[leg] ?? [0, 0];
      const [bx, by] = places[leg + 1] ?? [0, 0];
      const steps = max(1, ceil(hypot(bx - ax, by - ay) / max(0.6, radius * 0.7)));
      for (let step = 0; step < steps; step++) {
        const along = (leg + step / steps) / (places.length - 1);
        const width = taper ? radius * (0.35 + 0.65 * Math.sin(Math.PI * clamp(along, 0.05, 0.95))) : radius;
        const t = step / steps;
        this.blob([ax + (bx - ax) * t, ay + (by - ay) * t], width, colour, share);
      }
    }
  }

  /** Multiplies brightness by smooth noise of `cells` cells across and the given amplitude. */
  grain(seed: number, cells: number, amplitude: number, cellsY = cells): void {
    const random = createRandom(seed);
    const grid = Float32Array.from({ length: (cells + 2) * (cellsY + 2) }, () => random.next() - 0.5);
    for (let y = 0, o = 0; y < this.heightPx; y++) {
      const gy = (y / this.heightPx) * cellsY;
      const row = (gy | 0) * (cells + 2);
      const fy = gy - (gy | 0);
      for (let x = 0; x < this.widthPx; x++, o += 4) {
        const gx = (x / this.widthPx) * cells;
        const cell = row + (gx | 0);
        const fx = gx - (gx | 0);
        const top = at(grid, cell) * (1 - fx) + at(grid, cell + 1) * fx;
        const bottom = at(grid, cell + cells + 2) * (1 - fx) + at(grid, cell + cells + 3) * fx;
        const factor = 1 + amplitude * 2 * (top * (1 - fy) + bottom * fy);
        for (let c = 0; c < 3; c++) this.data[o + c] = at(this.data, o + c) * factor;
      }
    }
  }

  /** Sets the cover of each pixel. */
  cover(share: (u: number, v: number) => number): void {
    for (let y = 0, o = 3; y < this.heightPx; y++) {
      for (let x = 0; x < this.widthPx; x++, o += 4) {
        this.data[o] = clamp(share((x + 0.5) / this.widthPx, (y + 0.5) / this.heightPx), 0, 1);
      }
    }
  }

  /** The finished picture. */
  finish(): Texture {
    const { widthPx, heightPx } = this;
    const data = Uint8ClampedArray.from(this.data);
    for (let o = 3; o < data.length; o += 4) data[o] = at(this.data, o) * 255;
    return { widthPx, heightPx, data };
  }
}

function signedDistance(places: readonly Place[], x: number, y: number): number {
  let inside = false;
  let nearest = Infinity;
  for (let i = 0, j = places.length - 1; i < places.length; j = i++) {
    const [ax, ay] = places[i] ?? [0, 0];
    const [bx, by] = places[j] ?? [0, 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    const square = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
    const along = clamp(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square, 0, 1);
    nearest = min(nearest, hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay)));
  }
  return inside ? nearest : -nearest;
}
