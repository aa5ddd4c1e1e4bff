import { captureScreens } from './captureScreens.mjs';
const [out = '/tmp/ui-taro', langs = 'zh-CN', themes = 'light', view = '375x812', text = '17', ...only] =
  process.argv.slice(2);
const [width, height] = view.split('x').map(Number);
await captureScreens({
  out,
  langs: langs.split(','),
  themes: themes.split(','),
  view: { width, height },
  text: Number(text),
  ...(only.length ? { only } : {}),
});
