import { CONSOLE_PATH } from '../consolePath.js';
import { say } from '../language/say.js';
import { markup, type Markup } from '../markup/markup.js';
import { layout } from './layout.js';
import type { PageView } from './PageView.js';

/** A page that says one thing: not allowed, not found, broken. */
export function messagePage(view: PageView, { title, text }: { title: string; text: string }): Markup {
  return layout(view, {
    title,
    section: null,
    body: markup`<section class="card narrow"><h1>${title}</h1><p>${text}</p>
<p><a href="${CONSOLE_PATH}">${say(view.language, 'back')}</a></p></section>`,
  });
}
