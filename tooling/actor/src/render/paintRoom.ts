import type { Texture } from '../geometry/Surface.js';
import { shade } from '../paint/colours.js';
import { TextureCanvas, type Place } from '../paint/TextureCanvas.js';
import type { Colour } from '../personas/Persona.js';
import { createRandom, type Random } from '../random/createRandom.js';
import type { RoomName } from './rooms.js';

/** Softness of everything in a room, as a share of its width: it lies out of focus. */
const SOFT = 0.012;

interface RoomPainter {
  readonly canvas: TextureCanvas;
  readonly random: Random;
  box(x: number, y: number, width: number, height: number, colour: Colour, share?: number): void;
}

const WALLS: Readonly<Record<RoomName, Colour>> = {
  plain: [172, 182, 178],
  'living-room': [196, 186, 170],
  office: [186, 194, 202],
  kitchen: [206, 206, 196],
  balcony: [150, 182, 204],
  bedroom: [176, 170, 186],
};

const FURNISH: Readonly<Record<RoomName, (room: RoomPainter) => void>> = {
  plain: () => undefined,
  'living-room': (room) => {
    shelf(room, 0.02, 0.18, 0.27);
    room.box(0.72, 0.12, 0.24, 0.2, [120, 92, 66]);
    room.box(0.74, 0.135, 0.2, 0.17, [214, 190, 150]);
    room.canvas.blob(
      [0.84 * room.canvas.widthPx, 0.22 * room.canvas.heightPx],
      0.05 * room.canvas.widthPx,
      [196, 112, 84],
      0.8,
    );
    room.box(0.6, 0.66, 0.45, 0.34, [104, 122, 118]);
  },
  office: (room) => {
    for (const x of [0.04, 0.27]) window(room, x, 0.1, 0.2, 0.36, [224, 234, 242]);
    shelf(room, 0.74, 0.24, 0.24);
    room.box(0, 0.7, 1, 0.05, [150, 140, 128]);
  },
  kitchen: (room) => {
    for (let tile = 0; tile < 12; tile++) room.box(tile / 12, 0.34, 0.006, 0.3, [180, 182, 174]);
    for (let row = 0; row < 5; row++) room.box(0, 0.34 + row * 0.065, 1, 0.004, [180, 182, 174]);
    for (const x of [0.01, 0.2, 0.74]) room.box(x, 0.04, 0.175, 0.26, [138, 158, 150]);
    room.box(0, 0.64, 1, 0.06, [96, 88, 80]);
    room.box(0, 0.7, 1, 0.3, [150, 164, 156]);
  },
  balcony: (room) => {
    room.box(0, 0, 1, 0.45, [206, 224, 236], 0.8);
    room.box(0, 0.5, 1, 0.5, [150, 160, 150]);
    for (let n = 0; n < 26; n++) leaf(room, room.random.between(0, 1), room.random.between(0.42, 0.62));
    for (let bar = 0; bar < 16; bar++) room.box(bar / 16, 0.62, 0.012, 0.38, [92, 98, 102]);
    room.box(0, 0.6, 1, 0.025, [92, 98, 102]);
  },
  bedroom: (room) => {
    window(room, 0.66, 0.08, 0.28, 0.42, [232, 228, 214]);
    for (let fold = 0; fold < 9; fold++)
      room.box(0.58 + fold * 0.022, 0.04, 0.012, 0.6, [150, 132, 152], 0.8);
    room.box(0, 0.62, 0.5, 0.4, [112, 98, 122]);
    room.box(0.1, 0.2, 0.16, 0.2, [228, 222, 214]);
    room.box(0.12, 0.215, 0.12, 0.17, [132, 156, 172]);
  },
};

/** Paints what is behind the person, out of focus, in linear light. */
export function paintRoom(name: RoomName, widthPx: number, heightPx: number, seed: number): Texture {
  const canvas = new TextureCanvas(widthPx, heightPx, WALLS[name]);
  const soft = SOFT * widthPx;
  canvas.grain(seed, 3, 0.12);
  const room: RoomPainter = {
    canvas,
    random: createRandom(seed + 1),
    box: (x, y, width, height, colour, share = 1) => {
      const [l, t, r, b] = [x * widthPx, y * heightPx, (x + width) * widthPx, (y + height) * heightPx];
      const places: Place[] = [
        [l, t],
        [r, t],
        [r, b],
        [l, b],
      ];
      const edge = Math.min(soft, (r - l) * 0.6, (b - t) * 0.6);
      canvas.polygon(places, colour, Math.max(1, edge), share);
    },
  };
  FURNISH[name](room);
  canvas.grain(seed + 2, 2, 0.1);
  return canvas.finish();
}

function shelf(room: RoomPainter, x: number, y: number, width: number): void {
  const books: Colour[] = [
    [150, 70, 58],
    [64, 92, 120],
    [188, 158, 96],
    [88, 116, 88],
    [206, 196, 180],
    [96, 72, 96],
  ];
  room.box(x, y, width, 0.5, [112, 84, 62]);
  for (let row = 0; row < 3; row++) {
    room.box(x + 0.012, y + 0.015 + row * 0.16, width - 0.024, 0.14, [72, 56, 44]);
    for (let at = x + 0.02; at < x + width - 0.045; ) {
      const thick = room.random.between(0.016, 0.036);
      const high = room.random.between(0.08, 0.125);
      const colour = books[Math.floor(room.random.between(0, books.length))] ?? [120, 120, 120];
      room.box(at, y + 0.155 + row * 0.16 - high, thick, high, shade(colour, room.random.between(0.8, 1.15)));
      at += thick + 0.004;
    }
  }
}

function window(room: RoomPainter, x: number, y: number, width: number, height: number, sky: Colour): void {
  room.box(x - 0.012, y - 0.012, width + 0.024, height + 0.024, [238, 238, 234]);
  room.box(x, y, width, height, sky);
  room.box(x, y + height * 0.62, width, height * 0.38, [150, 172, 150], 0.8);
  room.box(x + width / 2 - 0.006, y, 0.012, height, [238, 238, 234]);
}

function leaf(room: RoomPainter, x: number, y: number): void {
  const { canvas, random } = room;
  const colour: Colour = [random.between(60, 110), random.between(116, 160), random.between(62, 96)];
  canvas.blob(
    [x * canvas.widthPx, y * canvas.heightPx],
    random.between(0.03, 0.07) * canvas.widthPx,
    colour,
    0.85,
  );
}
