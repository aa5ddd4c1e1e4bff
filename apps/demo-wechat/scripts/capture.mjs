// Pictures of every screen, to be looked at: the component drawn by stand-ins of the platform's elements, then the built mini-program.
// Usage: node scripts/capture.mjs [--out DIR] [--langs zh-CN,en] [--themes light,dark] [--size 375x812] [--text 17] [--screens intro,blink]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { captureBuilt } from './captureBuilt.mjs';
import { captureScreens } from './captureScreens.mjs';
import { ROOT } from './package/paths.mjs';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(ROOT, '.cache/pictures') },
    langs: { type: 'string', default: 'zh-CN,en' },
    themes: { type: 'string', default: 'light,dark' },
    size: { type: 'string', default: '375x812' },
    /** Of the person's setting, in px; 17 is usual. */
    text: { type: 'string', default: '17' },
    screens: { type: 'string' },
    /** Only the built mini-program. */
    built: { type: 'boolean', default: false },
  },
});
const [width = 375, height = 812] = values.size.split('x').map(Number);
const options = {
  out: values.out,
  langs: values.langs.split(','),
  themes: values.themes.split(','),
  view: { width, height },
};
if (!values.built) {
  await captureScreens({
    ...options,
    text: Number(values.text),
    ...(values.screens === undefined ? {} : { only: values.screens.split(',') }),
  });
}
if (values.screens === undefined) await captureBuilt(options);
process.stdout.write(`pictures are in ${values.out}\n`);
