import type { StillPicture } from '@huoti/core';
import { createSubject } from '@huoti/core/testing';

// Taken out once: under the test runner each look at a global is slow.
const { hypot, max, min } = Math;

/** A drawn face and its landmarks: nobody's picture, and the same on every machine. */
export interface DrawnFace {
  readonly picture: StillPicture;
  readonly landmarks: Float32Array;
}

/** How {@link drawFace} lays the face into the picture. */
export interface DrawOptions {
  /** Changes colours and features. @default 1 */
  person?: number;
  /** Px of the picture to a px of the subject's frame. @default 1 */
  scale?: number;
  /** Clockwise, in radians. @default 0 */
  turnRadians?: number;
  /** @default 480 */
  sidePx?: number;
}

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly colour: readonly [number, number, number];
}

/** 1 inside, 0 outside, soft at the rim, so that turning and scaling change little. */
function cover({ x, y, rx, ry }: Ellipse, px: number, py: number): number {
  const distance = hypot((px - x) / rx, (py - y) / ry);
  return min(1, max(0, (1.12 - distance) / 0.24));
}

/** Paints a face by formulas at the synthetic subject's landmarks. */
export function drawFace({
  person = 1,
  scale = 1,
  turnRadians = 0,
  sidePx = 480,
}: DrawOptions = {}): DrawnFace {
  const seen = createSubject({ noise: 0 }).observe(0);
  const point = (index: number): readonly [number, number] => [
    seen.landmarks[index * 3] ?? 0,
    seen.landmarks[index * 3 + 1] ?? 0,
  ];
  const { xPx, yPx, widthPx, heightPx } = seen.box;
  const middle = [xPx + widthPx / 2, yPx + heightPx / 2] as const;
  const tone = (base: number, step: number): number =>
    max(20, min(235, base + step * ((person * 37) % 9) - 4 * step));
  const eye = (index: number, size: number, colour: Ellipse['colour']): Ellipse => {
    const [x, y] = point(index);
    return { x, y, rx: widthPx * 0.11 * size, ry: widthPx * 0.045 * size, colour };
  };
  const [noseX, noseY] = point(1);
  const [rightCorner, leftCorner] = [point(61), point(291)];
  const mouth: Ellipse = {
    x: (rightCorner[0] + leftCorner[0]) / 2,
    y: (rightCorner[1] + leftCorner[1]) / 2,
    rx: (leftCorner[0] - rightCorner[0]) / 2,
    ry: widthPx * (0.03 + 0.01 * (person % 4)),
    colour: [tone(160, 9), 70, 80],
  };
  const parts: Ellipse[] = [
    {
      x: middle[0],
      y: middle[1],
      rx: widthPx * 0.5,
      ry: heightPx * 0.55,
      colour: [tone(200, 5), tone(160, 6), tone(135, 7)],
    },
    ...[468, 473].flatMap((index) => [
      { ...eye(index, 1, [240, 240, 240]) },
      { ...eye(index, 0.45, [40 + 10 * (person % 5), 30, 25]), ry: widthPx * 0.045 },
      {
        ...eye(index, 1.1, [60, 45, 35]),
        y: point(index)[1] - widthPx * 0.11,
        ry: widthPx * (0.012 + 0.006 * (person % 3)),
      },
    ]),
    {
      x: noseX,
      y: noseY,
      rx: widthPx * (0.05 + 0.012 * (person % 4)),
      ry: widthPx * 0.05,
      colour: [tone(175, 5), 130, 110],
    },
    mouth,
  ];
  const [cos, sin] = [Math.cos(turnRadians) * scale, Math.sin(turnRadians) * scale];
  const data = new Uint8ClampedArray(sidePx * sidePx * 4).fill(255);
  for (let y = 0; y < sidePx; y += 1) {
    for (let x = 0; x < sidePx; x += 1) {
      const [dx, dy] = [(x - sidePx / 2) / (scale * scale), (y - sidePx / 2) / (scale * scale)];
      const [px, py] = [cos * dx + sin * dy + middle[0], -sin * dx + cos * dy + middle[1]];
      let colour: readonly number[] = [90, 100, 110];
      for (const part of parts) {
        const share = cover(part, px, py);
        if (share > 0)
          colour = colour.map((value, channel) => value + (part.colour[channel]! - value) * share);
      }
      data.set(colour, (y * sidePx + x) * 4);
    }
  }
  const landmarks = seen.landmarks.map((value, at) => {
    const base = at - (at % 3);
    const [dx, dy] = [(seen.landmarks[base] ?? 0) - middle[0], (seen.landmarks[base + 1] ?? 0) - middle[1]];
    if (at % 3 === 0) return cos * dx - sin * dy + sidePx / 2;
    if (at % 3 === 1) return sin * dx + cos * dy + sidePx / 2;
    return value * scale;
  });
  return { picture: { data, widthPx: sidePx, heightPx: sidePx }, landmarks };
}
