import { themeTokens, type ThemeTokens } from '@huoti/ui';
import { css, unsafeCSS, type CSSResult } from 'lit';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `--huoti-accent` and its like are for the page; `--_accent` is what the styles use. */
const declare = (tokens: ThemeTokens): CSSResult =>
  unsafeCSS(
    Object.entries(tokens)
      .map(([name, value]) => `--_${kebab(name)}: var(--huoti-${kebab(name)}, ${String(value)});`)
      .join(' '),
  );

/** Colours of both themes. `theme="auto"`, the default, follows the device. */
export const tokenStyles = css`
  :host {
    color-scheme: light;
    ${declare(themeTokens.light)}
    --_font: var(
      --huoti-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'PingFang SC',
      'Hiragino Sans GB',
      'Microsoft YaHei',
      'Noto Sans CJK SC',
      'Noto Sans SC',
      sans-serif
    );
    --_radius: var(--huoti-radius, 14px);
  }
  :host([theme='dark']) {
    color-scheme: dark;
    ${declare(themeTokens.dark)}
  }
  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light']):not([theme='dark'])) {
      color-scheme: dark;
      ${declare(themeTokens.dark)}
    }
  }
`;
