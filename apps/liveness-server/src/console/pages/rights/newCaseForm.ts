import { RIGHTS_KINDS } from '@huoti/protocol';
import { CONSOLE_PATH } from '../../consolePath.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import { choice } from '../choice.js';
import type { PageView } from '../PageView.js';

/** For a request that came by letter or by word. */
export function newCaseForm(
  { language, visitor }: PageView,
  { clients, today }: { clients: readonly string[]; today: string },
): Markup {
  return markup`<section class="card" aria-labelledby="new"><h2 id="new">${say(language, 'rights.new')}</h2>
<p class="faint">${say(language, 'rights.new.note')}</p>
<form class="filter act" method="post" action="${CONSOLE_PATH}/rights">
<input type="hidden" name="token" value="${visitor?.formToken}">
<div class="field"><label for="new-client">${say(language, 'rights.client')}</label><input id="new-client" name="client" list="clients" required maxlength="128" pattern="[A-Za-z0-9._@\\-]+" autocomplete="off" spellcheck="false"><datalist id="clients">${clients.map((one) => markup`<option value="${one}"></option>`)}</datalist></div>
<div class="field"><label for="new-subject">${say(language, 'rights.subject')}</label><input id="new-subject" name="subject" required maxlength="128" pattern="[A-Za-z0-9._:@\\-]+" autocomplete="off" spellcheck="false"></div>
${choice({
  id: 'new-kind',
  name: 'kind',
  label: say(language, 'rights.kind'),
  options: RIGHTS_KINDS.map((one) => [one, say(language, `kind.${one}`)] as const),
  chosen: RIGHTS_KINDS[0],
})}
<div class="field"><label for="new-day">${say(language, 'rights.new.day')}</label><input id="new-day" name="day" type="date" required max="${today}" value="${today}"></div>
<button type="submit">${say(language, 'rights.new.go')}</button>
</form></section>`;
}
