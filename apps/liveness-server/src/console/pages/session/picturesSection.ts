import { CONSOLE_PATH } from '../../consolePath.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { SessionDetail } from '../../views/SessionDetail.js';
import type { PageView } from '../PageView.js';

/**
 * One button for each picture that still exists; the picture itself is never part of a page. Without the script the browser
 * opens it by itself, with the script it appears below.
 */
export function picturesSection({ language, visitor }: PageView, { session, parts }: SessionDetail): Markup {
  const pictures = parts.filter(({ isPicture }) => isPicture);
  const head = markup`<h2 id="pictures">${say(language, 'pictures.title')}</h2>`;
  const wrap = (body: Markup): Markup =>
    markup`<section class="card" aria-labelledby="pictures">${head}${body}</section>`;
  if (pictures.length === 0) return wrap(markup`<p class="faint">${say(language, 'pictures.none')}</p>`);
  if (visitor?.operator.role !== 'reviewer') {
    return wrap(markup`<p class="faint">${say(language, 'pictures.role', { count: pictures.length })}</p>`);
  }
  const failed = (why: 'reason' | 'gone' | 'unreadable' | 'other'): string =>
    say(language, 'pictures.failed', { why: say(language, `pictures.why.${why}`) });
  return wrap(markup`<p class="faint" id="pictures-note">${say(language, 'pictures.note')}</p>
<form method="post" target="_blank" class="pictures" data-pictures data-alt="${say(language, 'pictures.alt')}" data-hide="${say(language, 'pictures.hide')}" data-400="${failed('reason')}" data-404="${failed('gone')}" data-422="${failed('unreadable')}" data-other="${failed('other')}">
<input type="hidden" name="token" value="${visitor.formToken}">
<div class="field"><label for="reason">${say(language, 'pictures.reason')} <span class="faint">(${say(language, 'pictures.reason.hint')})</span></label>
<input id="reason" name="reason" required minlength="4" maxlength="200" autocomplete="off" aria-describedby="pictures-note"></div>
<div class="buttons">${pictures.map(
    ({ name }) =>
      markup`<button type="submit" class="quiet" data-name="${name}" formaction="${CONSOLE_PATH}/sessions/${session.id}/pictures/${name}">${say(language, 'pictures.show', { name })}</button>
`,
  )}</div>
<p class="note fault" role="alert" hidden></p>
<div class="shown" aria-live="polite"></div>
</form>`);
}
