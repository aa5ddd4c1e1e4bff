import type { MiniProgramKind } from '../MiniProgramKind.js';

const PREFIX = { wechat: 'wx', alipay: 'a', douyin: 'tt' } as const;

/**
 * A template of another platform in WeChat's words, so that the one compiler reads it: what is written differently is the prefix of
 * conditions and loops, the names of files, the tag of a script and, at Alipay, how an event is bound. Alipay's events keep their
 * own names: `onTouchStart` is bound to `touchStart`.
 */
export function translateView(source: string, kind: MiniProgramKind): string {
  const common = source
    .replace(new RegExp(`(\\s)${PREFIX[kind]}:(?=[a-z])`, 'g'), '$1wx:')
    .replace(/((?:src|from)\s*=\s*["'][^"']*)\.(?:axml|ttml)(["'])/g, '$1.wxml$2')
    .replace(/((?:src|from)\s*=\s*["'][^"']*)\.sjs(["'])/g, '$1.wxs$2');
  if (kind === 'douyin') return common.replace(/<(\/?)sjs(?=[\s>])/g, '<$1wxs');
  return common
    .replace(/<import-sjs\s+name=(["'][^"']+["'])\s+from=/g, '<wxs module=$1 src=')
    .replace(
      /(\s)(on|catch)([A-Z])(\w*)(?=\s*=\s*["'])/g,
      (_, space: string, how: string, first: string, rest: string) =>
        `${space}${how === 'on' ? 'bind' : 'catch'}${first.toLowerCase()}${rest}`,
    );
}
