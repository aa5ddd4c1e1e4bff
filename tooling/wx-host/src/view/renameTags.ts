import { builtInTags } from './builtInTags.js';

const TAG = new RegExp(`(^|[\\s>+~,(])(${builtInTags.join('|')})(?=$|[\\s>+~,.:#[){])`, 'g');

/** Styles for a browser: `button` of the platform is `wx-button` there, `page` the body. Declarations stay as they are. */
export function renameTags(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/[^{}]+(?=\{)/g, (selector) => {
    if (selector.trim().startsWith('@')) return selector;
    return selector.replace(
      TAG,
      (_, before: string, tag: string) => before + (tag === 'page' ? 'body' : `wx-${tag}`),
    );
  });
}
