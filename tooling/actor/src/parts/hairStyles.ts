import type { HairStyle } from '../personas/Persona.js';

/** How a cap of hair lies on the head. Angles in degrees from the middle of the skull. */
export interface HairCut {
  /** Lowest elevation that hair grows at, by azimuth from the front (0) to the back (180). */
  readonly edge: readonly (readonly [azimuth: number, elevation: number])[];
  /** Thickness over the skin in cm, by elevation. */
  readonly thickness: readonly (readonly [elevation: number, cm: number])[];
  /** How ragged the edge is, in degrees. */
  readonly ragged: number;
  /** Unevenness of the thickness, in cm, and its fineness in cells round the head. */
  readonly lumps: readonly [cm: number, cells: number];
  /** Shifts the edge on one side only, in degrees: a parting. */
  readonly parting: number;
  /** Hair that hangs: half width and depth in cm, lowest point, from which azimuth on; `null` for none. */
  readonly curtain: { readonly bottomY: number; readonly fromAzimuth: number } | null;
  readonly knot: boolean;
}

const SHORT_EDGE = [
  [0, 39],
  [22, 38],
  [38, 33],
  [50, 22],
  [58, 8],
  [66, -6],
  [76, -10],
  [82, 6],
  [100, 8],
  [112, -20],
  [135, -38],
  [180, -42],
] as const;
const plain = { ragged: 3, lumps: [0.12, 14], parting: 0, curtain: null, knot: false } as const;

/** The cuts; `bald` has none. */
export const HAIR_CUTS: Readonly<Record<Exclude<HairStyle, 'bald'>, HairCut>> = {
  cropped: {
    ...plain,
    edge: SHORT_EDGE,
    thickness: [
      [-40, 0.08],
      [10, 0.16],
      [90, 0.3],
    ],
    ragged: 1.5,
    lumps: [0.03, 20],
  },
  short: {
    ...plain,
    edge: SHORT_EDGE,
    thickness: [
      [-40, 0.15],
      [0, 0.3],
      [35, 0.7],
      [60, 1.1],
      [90, 1.2],
    ],
  },
  'side-part': {
    ...plain,
    edge: [[0, 37], ...SHORT_EDGE.slice(1)],
    thickness: [
      [-40, 0.2],
      [0, 0.45],
      [35, 1],
      [60, 1.5],
      [90, 1.3],
    ],
    parting: 9,
  },
  fringe: {
    ...plain,
    edge: [
      [0, 27],
      [25, 26],
      [42, 22],
      [52, 6],
      [62, -16],
      [78, -24],
      [100, -26],
      [115, -36],
      [180, -44],
    ],
    thickness: [
      [-40, 0.5],
      [0, 0.8],
      [30, 0.9],
      [60, 1.4],
      [90, 1.4],
    ],
    ragged: 4,
  },
  long: {
    ...plain,
    edge: [
      [0, 42],
      [18, 40],
      [34, 31],
      [48, 14],
      [58, -8],
      [70, -40],
      [180, -50],
    ],
    thickness: [
      [-50, 0.9],
      [0, 1],
      [40, 0.9],
      [60, 1.2],
      [90, 1.2],
    ],
    curtain: { bottomY: -19, fromAzimuth: 62 },
    parting: 5,
  },
  bun: {
    ...plain,
    edge: [
      [0, 41],
      [25, 38],
      [42, 30],
      [56, 12],
      [68, -2],
      [82, 2],
      [100, 4],
      [115, -20],
      [180, -38],
    ],
    thickness: [
      [-40, 0.25],
      [40, 0.45],
      [90, 0.6],
    ],
    knot: true,
  },
  curly: {
    ...plain,
    edge: [
      [0, 37],
      [25, 35],
      [40, 28],
      [52, 12],
      [62, -8],
      [80, -14],
      [100, -14],
      [120, -30],
      [180, -40],
    ],
    thickness: [
      [-40, 1.4],
      [0, 2],
      [40, 1.9],
      [60, 2.6],
      [90, 2.6],
    ],
    ragged: 2,
    lumps: [0.5, 26],
  },
  receding: {
    ...plain,
    edge: [
      [0, 58],
      [18, 62],
      [36, 56],
      [50, 30],
      [60, 12],
      [70, -4],
      [80, 4],
      [100, 6],
      [114, -20],
      [180, -42],
    ],
    thickness: [
      [-40, 0.2],
      [20, 0.35],
      [90, 0.3],
    ],
    ragged: 5,
  },
};
