import { inkOn } from '@huoti/ui';

const percent = (component: number): string => `${(component * 100).toFixed(2)}%`;

/** The page's style while it is lit: its colour, and black or white for words on it. */
export function litStyle(colour: readonly [red: number, green: number, blue: number] | null): string {
  if (colour === null) return '';
  return `--_lit: rgb(${colour.map(percent).join(', ')}); --_lit-ink: ${inkOn(colour)};`;
}
