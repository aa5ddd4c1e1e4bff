import { CONSOLE_PATH } from '../consolePath.js';
import { say } from '../language/say.js';
import { markup, type Markup } from '../markup/markup.js';
import { layout } from './layout.js';
import type { PageView } from './PageView.js';

/** What {@link signInPage} takes. */
export interface SignInPageOptions {
  /** One line above the form: what went wrong, or why the form is there. */
  readonly note?: { readonly text: string; readonly isFault: boolean } | undefined;
  /** Where to go afterwards, inside the console. */
  readonly back: string;
}

/** The form of the sign-in. What was typed is never put back: a password is sometimes typed as a name. */
export function signInPage(view: PageView, { note, back }: SignInPageOptions): Markup {
  const { language } = view;
  const title = say(language, 'in.title');
  const told =
    note &&
    markup`<p class="${note.isFault ? 'note fault' : 'note'}" role="${note.isFault ? 'alert' : 'status'}" id="note">${note.text}</p>`;
  const described = note?.isFault ? markup` aria-describedby="note"` : null;
  return layout(view, {
    title,
    section: null,
    body: markup`<section class="card narrow" aria-labelledby="title">
<h1 id="title">${title}</h1>
${told}
<form method="post" action="${CONSOLE_PATH}/sign-in" class="stack">
<input type="hidden" name="back" value="${back}">
<label for="name">${say(language, 'in.name')}</label>
<input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="64"${described}>
<label for="password">${say(language, 'in.password')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="256"${described}>
<button type="submit">${say(language, 'in.go')}</button>
</form>
</section>`,
  });
}
