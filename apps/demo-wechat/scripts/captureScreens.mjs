// The screens of @huoti/ui-taro in a browser.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { openChromium } from './openChromium.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const VIEW = { width: 375, height: 812 };

/** What the platform itself gives its elements, as far as it shows: its button comes with colours, a height and a border drawn beside it. */
const PLATFORM = `
html, body { margin: 0; }
.wx-view { display: block; }
.wx-text { display: inline; }
.wx-camera { display: block; background: linear-gradient(160deg, rgb(120, 140, 150), rgb(60, 70, 80)); }
.wx-button { position: relative; display: block; margin: 0 auto; padding: 0 14px; box-sizing: border-box; border: 0;
  font-size: 18px; font-family: inherit; text-align: center; line-height: 2.55; border-radius: 5px; overflow: hidden; background-color: rgb(248, 248, 248); }
button:not([size=mini]) { width: 184px; }
.wx-button::after { content: ' '; position: absolute; inset: 0; border: 1px solid rgba(0, 0, 0, .2); }
`;

const { outputFiles } = await esbuild.build({
  entryPoints: [join(HERE, 'preview/main.tsx')],
  bundle: true,
  write: false,
  format: 'iife',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  alias: {
    '@tarojs/components': join(HERE, 'preview/components.tsx'),
    '@tarojs/taro': join(HERE, 'preview/taro.ts'),
  },
  nodePaths: [join(HERE, '../node_modules')],
});
const styles = readFileSync(fileURLToPath(import.meta.resolve('@huoti/ui-taro/styles.css')), 'utf8');
const html = `<!doctype html><meta charset="utf-8"><style>${PLATFORM}${styles}</style><script type="module">${outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? ''}</script><body></body>`;

/**
 * A picture of every screen of the component, drawn by stand-ins of the platform's elements.
 *
 * @param {{out: string, langs: readonly string[], themes: readonly string[], only?: readonly string[], view?: {width: number, height: number}, text?: number}} options
 */
export async function captureScreens({ out, langs, themes, only, view = VIEW, text = 17 }) {
  mkdirSync(out, { recursive: true });
  const browser = await openChromium();
  try {
    const context = await browser.newContext({ viewport: view });
    await context.route('http://screens.test/**', (route) =>
      route.fulfill({ body: html, contentType: 'text/html' }),
    );
    const page = await context.newPage();
    page.on('pageerror', (error) => process.stderr.write(`${String(error)}\n`));
    const names = only ?? Object.keys(await namesOf());
    for (const theme of themes)
      for (const lang of langs)
        for (const name of names) {
          await page.goto(
            `http://screens.test/?screen=${name}&theme=${theme}&lang=${lang}&text=${String(text)}`,
          );
          await page.waitForTimeout(name === 'stuck' ? 7500 : 1700);
          await page.screenshot({ path: join(out, `${name}-${lang}-${theme}.png`) });
        }
  } finally {
    await browser.close();
  }
}

/** The names in preview/screens.ts. */
async function namesOf() {
  const built = await esbuild.build({
    entryPoints: [join(HERE, 'preview/screens.ts')],
    bundle: true,
    write: false,
    format: 'esm',
  });
  const { screens } = await import(
    `data:text/javascript;base64,${Buffer.from(built.outputFiles[0]?.text ?? '').toString('base64')}`
  );
  return screens;
}
