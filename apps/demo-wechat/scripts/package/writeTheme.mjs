import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { themeTokens } from '@huoti/ui';
import { ROOT } from './paths.mjs';

/** The platform's own bars in the colours of the check: one place has the colours. */
export function writeTheme() {
  const of = (/** @type {'light' | 'dark'} */ name) => ({
    navigation: themeTokens[name].background,
    navigationText: name === 'light' ? 'black' : 'white',
    background: themeTokens[name].background,
    pull: name === 'light' ? 'dark' : 'light',
  });
  writeFileSync(
    join(ROOT, 'src/theme.json'),
    `${JSON.stringify({ light: of('light'), dark: of('dark') }, null, 2)}\n`,
  );
}
