import { NOTICE_LANGUAGES } from '@huoti/privacy';
import { AGE_BANDS } from '@huoti/protocol';
import { CONSOLE_PATH } from '../../consolePath.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { RightsDetail } from '../../views/rights/loadRightsDetail.js';
import { choice } from '../choice.js';
import type { PageView } from '../PageView.js';

/** Own names of the languages that a notice may be in. */
const LANGUAGE_NAMES: Readonly<Record<(typeof NOTICE_LANGUAGES)[number], string>> = {
  'zh-CN': '简体中文',
  'zh-TW': '繁體中文',
  en: 'English',
  ja: '日本語',
  ko: '한국어',
  ar: 'العربية',
};

const token = ({ visitor }: PageView): Markup =>
  markup`<input type="hidden" name="token" value="${visitor?.formToken}">`;

function archiveForm(view: PageView, id: string): Markup {
  const { language } = view;
  return markup`<p>${say(language, 'case.archive.text')}</p>
<form class="filter act" method="post" action="${CONSOLE_PATH}/rights/${id}/archive">${token(view)}
${choice({
  id: 'language',
  label: say(language, 'case.archive.language'),
  options: [
    ['', say(language, 'case.archive.auto')],
    ...NOTICE_LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one]] as const),
  ],
  chosen: '',
})}
<button type="submit">${say(language, 'case.archive.go')}</button></form>`;
}

function portableForm(view: PageView, id: string): Markup {
  const { language } = view;
  return markup`<p>${say(language, 'case.portable.text')}</p>
<form class="act" method="post" action="${CONSOLE_PATH}/rights/${id}/portable">${token(view)}
<div class="field"><label for="recipient">${say(language, 'case.portable.key')}</label>
<textarea id="recipient" name="recipient" rows="4" required maxlength="2000" autocomplete="off" spellcheck="false"></textarea></div>
<button type="submit">${say(language, 'case.portable.go')}</button></form>`;
}

function correctForm(view: PageView, { row, kept }: RightsDetail): Markup {
  const { language } = view;
  return markup`<p>${say(language, 'case.correct.text')}</p>
<form class="filter act" method="post" action="${CONSOLE_PATH}/rights/${row.id}/correct">${token(view)}
${choice({
  id: 'age',
  label: say(language, 'case.age'),
  options: AGE_BANDS.map((one) => [one, say(language, `case.age.${one}`)] as const),
  chosen: kept?.subject.ageBand ?? 'adult',
})}
<button type="submit">${say(language, 'case.correct.go')}</button></form>`;
}

function forms(view: PageView, detail: RightsDetail): Markup {
  const { language } = view;
  const { id, kind } = detail.row;
  if (kind === 'access') return archiveForm(view, id);
  if (kind === 'portability') return markup`${archiveForm(view, id)}${portableForm(view, id)}`;
  if (kind === 'correct') return correctForm(view, detail);
  return markup`<p>${say(language, `case.${kind}.text`)}</p>`;
}

/** What a reviewer may do, the last steps each behind a page that asks again. */
export function actsSection(view: PageView, detail: RightsDetail): Markup {
  const { language, visitor } = view;
  const { row, kept } = detail;
  const wrap = (body: Markup): Markup =>
    markup`<section class="card acts" aria-labelledby="acts"><h2 id="acts">${say(language, 'case.acts')}</h2>${body}</section>`;
  if (visitor?.operator.role !== 'reviewer') {
    return wrap(markup`<p class="faint">${say(language, 'case.acts.role')}</p>`);
  }
  const to = (step: string): string => `${CONSOLE_PATH}/rights/${row.id}?step=${step}`;
  const isRestricted = kept !== null && kept.subject.restrictedAtMs !== null;
  const lift =
    isRestricted && markup`<a class="button quiet" href="${to('lift')}">${say(language, 'case.lift')}</a>`;
  if (row.state !== 'open') {
    const text = row.state === 'running' ? 'case.running' : 'case.acts.closed';
    return wrap(
      markup`<p class="faint">${say(language, text)}</p>${lift && markup`<p class="buttons">${lift}</p>`}`,
    );
  }
  const { kind } = row;
  const done = kind === 'delete' || kind === 'restrict' || kind === 'withdraw' ? kind : 'other';
  return wrap(markup`${forms(view, detail)}
<h3>${say(language, 'case.answer')}</h3>
<p class="buttons"><a class="button${kind === 'delete' && ' danger'}" href="${to('done')}">${say(language, `case.answer.do.${done}`)}</a>
<a class="button quiet" href="${to('refused')}">${say(language, 'case.answer.refuse')}</a>
${lift}</p>`);
}
