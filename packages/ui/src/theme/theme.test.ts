import { describe, expect, it } from '@jest/globals';
import { contrastRatio } from './contrastRatio.js';
import { inkOn } from './inkOn.js';
import { CONTRAST_PAIRS, themeTokens, type ThemeName } from './themeTokens.js';

describe('contrastRatio', () => {
  it('agrees with the values that WCAG tools print', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastRatio('#ffffff', '#0a5fb4')).toBe(contrastRatio('#0a5fb4', '#ffffff'));
  });
});

describe('themeTokens', () => {
  const cases = (['light', 'dark'] as const satisfies readonly ThemeName[]).flatMap((theme) =>
    CONTRAST_PAIRS.map(([front, back, least]) => ({ theme, front, back, least })),
  );

  it.each(cases)('$theme: $front on $back is at least $least', ({ theme, front, back, least }) => {
    expect(contrastRatio(themeTokens[theme][front], themeTokens[theme][back])).toBeGreaterThanOrEqual(least);
  });

  it('every token is a colour of six hex digits', () => {
    for (const theme of [themeTokens.light, themeTokens.dark]) {
      for (const colour of Object.values(theme)) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    }
  });
});

describe('inkOn', () => {
  it('has a contrast of 4.5 or more on every colour that a screen can show', () => {
    const levels = Array.from({ length: 16 }, (_, index) => index / 15);
    for (const red of levels) {
      for (const green of levels) {
        for (const blue of levels) {
          const hex = [red, green, blue]
            .map((part) =>
              Math.round(part * 255)
                .toString(16)
                .padStart(2, '0'),
            )
            .join('');
          expect(contrastRatio(inkOn([red, green, blue]), `#${hex}`)).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });

  it('is white on blue and black on yellow', () => {
    expect([inkOn([0, 0, 1]), inkOn([1, 1, 0])]).toEqual(['#ffffff', '#000000']);
  });
});
