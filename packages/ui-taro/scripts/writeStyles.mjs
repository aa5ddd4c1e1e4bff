import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { themeTokens } from '@huoti/ui';
import { figureLayers } from '../dist/illustrations/figures.js';
import { icons } from '../dist/illustrations/icons.js';

const HERE = fileURLToPath(new URL('..', import.meta.url));

/** In this order: later ones win. */
const SHEETS = [
  'base',
  'intro',
  'running',
  'stage',
  'figures',
  'motion',
  'light',
  'outcome',
  'privacy',
  'consent',
];

const FONT =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif";

/** @param {string} name */
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * `--huoti-accent` and its like are for the operator; `--_accent` is what the styles use.
 *
 * @param {import('@huoti/ui').ThemeTokens} tokens
 */
const declare = (tokens) =>
  Object.entries(tokens)
    .map(([name, value]) => `--_${kebab(name)}: var(--huoti-${kebab(name)}, ${String(value)});`)
    .join(' ');

/**
 * A drawing as an address that a mask takes. Without a semicolon, which ends a declaration for some readers of styles.
 *
 * @param {string} body
 * @param {number} size
 * @param {string} [attributes]
 */
function mask(body, size, attributes = '') {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(size)} ${String(size)}"${attributes}>${body}</svg>`;
  return `--_mask: url("data:image/svg+xml,${encodeURIComponent(svg)}");`;
}

const ICON_STROKE =
  ' fill="none" stroke="black" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';

const tokens = [
  `.huoti-root { ${declare(themeTokens.light)} --_font: var(--huoti-font, ${FONT}); --_radius: var(--huoti-radius, 14px); }`,
  `.huoti-theme-dark { ${declare(themeTokens.dark)} }`,
  `@media (prefers-color-scheme: dark) { .huoti-theme-system { ${declare(themeTokens.dark)} } }`,
];
const masks = [
  ...Object.entries(icons).map(([name, body]) => `.huoti-icon-${name} { ${mask(body, 24, ICON_STROKE)} }`),
  ...Object.entries(figureLayers).map(([name, body]) => `.huoti-layer-${name} { ${mask(body, 96)} }`),
];
const sheets = SHEETS.map((name) => readFileSync(`${HERE}src/styles/${name}.css`, 'utf8'));

// The first line keeps Taro from turning px into rpx: the oval is computed in px, and text grows with the person's setting instead.
writeFileSync(
  `${HERE}dist/styles.css`,
  ['/*postcss-pxtransform disable*/', ...tokens, ...masks, ...sheets].join('\n'),
);
