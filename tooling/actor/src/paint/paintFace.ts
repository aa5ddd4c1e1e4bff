import type { CanonicalFace } from '../geometry/CanonicalFace.js';
import { EYES, FACE_REGIONS, type EyeRegion } from '../geometry/faceRegions.js';
import type { Texture } from '../geometry/Surface.js';
import type { Persona } from '../personas/Persona.js';
import { createRandom } from '../random/createRandom.js';
import { at, mix } from '../random/numbers.js';
import { beardDensity } from './beardDensity.js';
import { blend, shade } from './colours.js';
import { eachTexel } from './eachTexel.js';
import { paintLines } from './paintLines.js';
import { TextureCanvas, type Place } from './TextureCanvas.js';

/** Where each point of the face lies on the texture. */
export type PlaceOf = (point: number) => Place;

/** The skin of a face: tone, brows, lids, lips, nostrils, lines, stubble. */
export function paintFace(face: CanonicalFace, persona: Persona, sizePx: number): Texture {
  const canvas = new TextureCanvas(sizePx, sizePx, persona.skin);
  const placeOf: PlaceOf = (point) => [
    at(face.uvs, point * 2) * sizePx,
    at(face.uvs, point * 2 + 1) * sizePx,
  ];
  const unit = sizePx / 512;
  canvas.grain(persona.seed, 9, 0.045);
  canvas.grain(persona.seed + 1, 60, 0.03);
  canvas.grain(persona.seed + 2, 240, 0.035);
  paintTone(canvas, persona, placeOf, unit);
  paintFreckles(canvas, persona, placeOf, unit);
  paintLines(canvas, persona, placeOf, unit);
  paintStubble(canvas, face, persona, sizePx);
  paintLips(canvas, persona, placeOf, unit);
  for (const eye of EYES) {
    paintLids(canvas, persona, eye, placeOf, unit);
    paintBrow(canvas, persona, eye, placeOf, unit);
  }
  return canvas.finish();
}

function paintTone(canvas: TextureCanvas, { skin }: Persona, placeOf: PlaceOf, unit: number): void {
  const flush = shade(skin, 1.03, 0.85, 0.82);
  for (const point of [50, 280, 205, 425]) canvas.blob(placeOf(point), 34 * unit, flush, 0.4);
  for (const point of [1, 4, 152]) canvas.blob(placeOf(point), 20 * unit, flush, 0.35);
  canvas.blob(placeOf(151), 70 * unit, shade(skin, 1.03, 1.03, 0.98), 0.4, 30 * unit);
  for (const point of [168, 6]) canvas.blob(placeOf(point), 12 * unit, shade(skin, 1.04), 0.4);
  const nostril = shade(skin, 0.3, 0.22, 0.2);
  for (const [wing, point] of [
    [98, 97],
    [327, 326],
  ] as const) {
    const [wx, wy] = placeOf(wing);
    const [px, py] = placeOf(point);
    canvas.blob([mix(wx, px, 0.45), mix(wy, py, 0.45) - 2 * unit], 6.5 * unit, nostril, 0.85, 3.6 * unit);
  }
  canvas.blob(placeOf(164), 7 * unit, shade(skin, 0.86, 0.8, 0.78), 0.4, 12 * unit);
  canvas.blob(placeOf(18), 22 * unit, shade(skin, 0.82, 0.74, 0.72), 0.5, 6 * unit);
  canvas.blob(placeOf(2), 20 * unit, shade(skin, 0.72, 0.62, 0.6), 0.5, 6 * unit);
}

function paintFreckles(
  canvas: TextureCanvas,
  { skin, freckles, seed }: Persona,
  placeOf: PlaceOf,
  unit: number,
): void {
  const random = createRandom(seed + 11);
  for (let n = 0; n < freckles * 260; n++) {
    const [x, y] = placeOf([50, 280, 4, 205, 425, 101, 330][n % 7] ?? 4);
    const place: Place = [x + random.normal(0, 30) * unit, y + random.normal(0, 18) * unit];
    canvas.blob(
      place,
      random.between(0.9, 1.7) * unit,
      shade(skin, 0.72, 0.58, 0.5),
      random.between(0.25, 0.6),
    );
  }
}

function paintStubble(canvas: TextureCanvas, face: CanonicalFace, persona: Persona, sizePx: number): void {
  const { style, colour } = persona.beard;
  if (style === 'none') return;
  const random = createRandom(persona.seed + 21);
  const tint = blend(shade(persona.skin, 0.6), colour, 0.5);
  eachTexel(face, sizePx, (x, y, headX, headY, headZ) => {
    const shadow = beardDensity('stubble', headX, headY, headZ);
    const grown = style === 'stubble' ? shadow : beardDensity(style, headX, headY, headZ);
    const share = style === 'stubble' ? grown * 0.3 : Math.max(shadow * 0.14, grown * 0.8);
    if (share > 0) canvas.dab(x, y, random.next() < 0.3 ? colour : tint, share * random.between(0.6, 1.25));
  });
}

function paintLips(canvas: TextureCanvas, { lips, seed }: Persona, placeOf: PlaceOf, unit: number): void {
  canvas.polygon(FACE_REGIONS.lipsOuter.map(placeOf), lips, 5 * unit, 0.86);
  for (const point of [15, 16])
    canvas.blob(placeOf(point), 22 * unit, shade(lips, 1.16, 1.18, 1.18), 0.35, 5 * unit);
  const random = createRandom(seed + 31);
  for (let n = 0; n < 46; n++) {
    const share = random.next();
    const [ax, ay] = placeOf(n % 2 ? 13 : 14);
    const [bx, by] = placeOf(n % 2 ? 0 : 17);
    const x = mix(ax, bx, share) + random.normal(0, 17) * unit;
    canvas.stroke(
      [
        [x, mix(ay, by, 0.1)],
        [x + random.normal(0, 1), mix(ay, by, 0.75)],
      ],
      0.7 * unit,
      shade(lips, 0.82),
      0.2,
    );
  }
  canvas.stroke(
    FACE_REGIONS.lipsInner.concat(FACE_REGIONS.lipsInner[0] as 78).map(placeOf),
    1.7 * unit,
    shade(lips, 0.45, 0.38, 0.38),
    0.5,
  );
  for (const point of [61, 291]) canvas.blob(placeOf(point), 4 * unit, shade(lips, 0.5), 0.6);
}

function paintLids(
  canvas: TextureCanvas,
  persona: Persona,
  eye: EyeRegion,
  placeOf: PlaceOf,
  unit: number,
): void {
  const { skin } = persona;
  for (const point of [...eye.fold, ...eye.underBrow]) {
    canvas.blob(placeOf(point), 9 * unit, shade(skin, 0.82, 0.73, 0.72), 0.16);
  }
  canvas.blob(placeOf(eye.inner), 10 * unit, shade(skin, 0.72, 0.6, 0.6), 0.45);
  for (const point of eye.bag)
    canvas.blob(placeOf(point), 9 * unit, shade(skin, 0.8, 0.7, 0.7), 0.2 + persona.age * 0.2);
  canvas.stroke(eye.fold.map(placeOf), 1.5 * unit, shade(skin, 0.58, 0.46, 0.44), 0.35, true);
  const lash: Place[] = [eye.outer, ...eye.upper, eye.inner].map(placeOf);
  canvas.stroke(lash, (1.9 + persona.lashes) * unit, [22, 15, 13], 0.7);
  canvas.stroke([eye.outer, ...eye.lower].map(placeOf), 1.1 * unit, shade(skin, 0.4, 0.3, 0.3), 0.35, true);
}

function paintBrow(
  canvas: TextureCanvas,
  persona: Persona,
  eye: EyeRegion,
  placeOf: PlaceOf,
  unit: number,
): void {
  const random = createRandom(persona.seed + eye.outer);
  const { colour, thickness } = persona.brow;
  const top = eye.browTop.map(placeOf);
  const bottom = eye.browBottom.map(placeOf);
  const along = (row: Place[], t: number): Place => {
    const leg = Math.min(row.length - 2, Math.floor(t * (row.length - 1)));
    const [a, b] = [row[leg] ?? [0, 0], row[leg + 1] ?? [0, 0]];
    const share = t * (row.length - 1) - leg;
    return [mix(a[0], b[0], share), mix(a[1], b[1], share)];
  };
  const inset = (share: number): Place[] =>
    top.map((place, n): Place => {
      const [bx, by] = bottom[n] ?? place;
      return [mix(place[0], bx, share), mix(place[1], by, share)];
    });
  canvas.polygon(
    [...inset(0.5 - 0.3 * thickness), ...inset(0.5 + 0.3 * thickness).reverse()],
    colour,
    4 * unit,
    0.5,
  );
  for (let n = 0; n < 340 * thickness; n++) {
    const t = random.between(0.02, 1);
    const [tx, ty] = along(top, t);
    const [bx, by] = along(bottom, t);
    // Thin at the temple end, full towards the nose; hairs lean outwards.
    const half = 0.42 * thickness * Math.min(1, 0.35 + t * 1.6);
    const across = 0.5 + random.normal(0, half * 0.5);
    const x = mix(tx, bx, across);
    const y = mix(ty, by, across);
    const outwards = Math.sign((top[0]?.[0] ?? 0) - (top[4]?.[0] ?? 0));
    const lean = random.between(4, 8) * unit;
    const rise = (t > 0.8 ? 6 : 1.6) * unit * random.between(0.4, 1);
    canvas.stroke(
      [
        [x, y],
        [x + outwards * lean, y - rise + (across > 0.6 ? -1 : 1)],
      ],
      0.85 * unit,
      shade(colour, random.between(0.75, 1.25)),
      0.5,
    );
  }
}
