/** Colours of one theme, as `#rrggbb`. Names say what a colour is for. */
export interface ThemeTokens {
  readonly background: string;
  /** Cards, tips and the oval before the camera is on. */
  readonly surface: string;
  readonly text: string;
  readonly textMuted: string;
  /** Around the card, where the window is larger than it. */
  readonly backdrop: string;
  /** The main button, the ring, step dots. */
  readonly accent: string;
  readonly onAccent: string;
  /** Quiet fill behind an illustration. */
  readonly accentSoft: string;
  readonly onAccentSoft: string;
  /** Hints that ask for something. */
  readonly attention: string;
  readonly attentionSoft: string;
  /** The ring while it asks for something: a shape, not a text. */
  readonly attentionLine: string;
  readonly success: string;
  readonly successSoft: string;
  /** Lines: ring track, dividers. Decoration only. */
  readonly line: string;
}

/** The two looks that a screen has. */
export type ThemeName = 'light' | 'dark';

/** The two themes. Every pair in {@link CONTRAST_PAIRS} is tested. */
export const themeTokens: Readonly<Record<ThemeName, ThemeTokens>> = {
  light: {
    background: '#ffffff',
    surface: '#f3f6f8',
    backdrop: '#edf1f4',
    text: '#10202c',
    textMuted: '#51616d',
    accent: '#0a5fb4',
    onAccent: '#ffffff',
    accentSoft: '#e6f0fa',
    onAccentSoft: '#0a4f96',
    attention: '#7d4a00',
    attentionSoft: '#fff3dc',
    attentionLine: '#c07a00',
    success: '#0b6e4a',
    successSoft: '#e2f4ec',
    line: '#d7dfe5',
  },
  dark: {
    background: '#0d151c',
    surface: '#17222b',
    backdrop: '#05090d',
    text: '#f1f5f8',
    textMuted: '#a7b6c2',
    accent: '#7cbcff',
    onAccent: '#04213f',
    accentSoft: '#16304a',
    onAccentSoft: '#b9dcff',
    attention: '#ffcf87',
    attentionSoft: '#3a2a10',
    attentionLine: '#ffcf87',
    success: '#6fdcae',
    successSoft: '#0f3527',
    line: '#2f3e4a',
  },
};

/** Text and what it stands on, with the least contrast by WCAG 2.2 (1.4.3: 4.5, 1.4.11 for shapes: 3). */
export const CONTRAST_PAIRS: readonly (readonly [keyof ThemeTokens, keyof ThemeTokens, number])[] = [
  ['text', 'background', 4.5],
  ['text', 'surface', 4.5],
  ['textMuted', 'background', 4.5],
  ['textMuted', 'surface', 4.5],
  ['onAccent', 'accent', 4.5],
  ['accent', 'background', 4.5],
  ['accent', 'surface', 4.5],
  ['onAccentSoft', 'accentSoft', 4.5],
  ['attention', 'attentionSoft', 4.5],
  ['attention', 'background', 4.5],
  ['success', 'successSoft', 4.5],
  ['success', 'background', 4.5],
  ['background', 'text', 4.5],
  ['attentionLine', 'background', 3],
];
