import type { Action } from '@huoti/protocol';

/** The parts that a drawing is laid together from. Each is one mask. */
export type FigureLayer =
  | 'base'
  | 'eyes'
  | 'nose'
  | 'smile'
  | 'mouth'
  | 'arrow-left'
  | 'arrow-right'
  | 'arrow-down'
  | 'shine';

const line = (path: string, width = 3.5): string =>
  `<path d="${path}" fill="none" stroke="black" stroke-width="${String(width)}" stroke-linecap="round" stroke-linejoin="round"/>`;

const OUTLINE = line('M48 16c-14 0-23 10-23 25 0 20 10 37 23 37s23-17 23-37c0-15-9-25-23-25z');
const HAIR =
  '<path d="M48 13c-16 0-26 11-26 27 0 2 .3 4 .8 6 2-11 9-17 14-19 9 6 24 7 31 2 4 4 6 10 6.4 17 .5-2 .8-4 .8-6 0-16-10-27-27-27z"/>';
const EYES = '<ellipse cx="38" cy="45" rx="3.2" ry="4"/><ellipse cx="58" cy="45" rx="3.2" ry="4"/>';
const NOSE = line('M48 49v7', 3);
const SMILE = line('M41 63q7 5 14 0');

/** The drawings of the browser's screens, 96 by 96, cut into the parts that move on their own. */
export const figureLayers: Readonly<Record<FigureLayer, string>> = {
  base: OUTLINE + HAIR,
  eyes: EYES,
  nose: NOSE,
  smile: SMILE,
  mouth: '<ellipse cx="48" cy="64" rx="6.5" ry="7"/>',
  'arrow-left': line('M17 42l-8 8 8 8', 4.5),
  'arrow-right': line('M79 42l8 8-8 8', 4.5),
  'arrow-down': line('M80 42v18m-6-6l6 6 6-6', 4.5),
  shine:
    `<g transform="translate(27 4) scale(0.92)">${OUTLINE}${HAIR}${EYES}${NOSE}${SMILE}</g>` +
    '<rect x="4" y="27" width="20" height="36" rx="4" fill="none" stroke="black" stroke-width="3.5"/>' +
    line('M31 36l8-4M32 45h9M31 54l8 4', 3),
};

const FACE = ['base', 'eyes', 'nose', 'smile'] as const;

/** Which parts a drawing has. */
export const actionFigures: Readonly<Record<Action | 'light' | 'resting', readonly FigureLayer[]>> = {
  blink: FACE,
  'mouth-open': ['base', 'eyes', 'nose', 'mouth'],
  'turn-left': [...FACE, 'arrow-left'],
  'turn-right': [...FACE, 'arrow-right'],
  nod: [...FACE, 'arrow-down'],
  approach: FACE,
  away: FACE,
  'turn-one-side': [...FACE, 'arrow-left', 'arrow-right'],
  'turn-other-side': [...FACE, 'arrow-left', 'arrow-right'],
  light: ['shine'],
  resting: FACE,
};
