import { CONSOLE_PATH } from '../../consolePath.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { RightsDetail } from '../../views/rights/loadRightsDetail.js';
import type { PageView } from '../PageView.js';

/** Steps that ask again before they do something. */
export const CASE_STEPS = ['done', 'refused', 'lift'] as const;
/** One of {@link CASE_STEPS}. */
export type CaseStep = (typeof CASE_STEPS)[number];

function explanation({ language }: PageView, { row }: RightsDetail, step: CaseStep): string {
  if (step !== 'done') return say(language, `case.confirm.${step}`);
  const { kind } = row;
  const acts = kind === 'delete' || kind === 'restrict' || kind === 'withdraw';
  return acts ? say(language, `case.${kind}.text`) : say(language, 'case.confirm.done');
}

/** The last question before something is done that can't, or should not, be taken back. A deletion wants the person's name typed. */
export function confirmSection(view: PageView, detail: RightsDetail, step: CaseStep): Markup {
  const { language, visitor } = view;
  const { id, kind, subject } = detail.row;
  const back = `${CONSOLE_PATH}/rights/${id}`;
  const isDeletion = step === 'done' && kind === 'delete';
  const needsNote = step === 'refused' || (step === 'done' && kind === 'correct');
  const yes = isDeletion
    ? 'delete'
    : step === 'done' && (kind === 'restrict' || kind === 'withdraw')
      ? kind
      : step;
  const hasNote = step !== 'lift' && !isDeletion;
  return markup`<section class="card acts" aria-labelledby="confirm"><h2 id="confirm">${say(language, 'case.confirm')}</h2>
<p>${explanation(view, detail, step)}</p>
<form class="act" method="post" action="${back}/${step === 'lift' ? 'lift' : 'close'}">
<input type="hidden" name="token" value="${visitor?.formToken}">
<input type="hidden" name="outcome" value="${step}">
${
  isDeletion &&
  markup`<div class="field"><label for="confirm-subject">${say(language, 'case.confirm.subject', { subject: subject ?? '' })}</label>
<input id="confirm-subject" name="subject" required maxlength="128" autocomplete="off" spellcheck="false"></div>`
}
${
  hasNote &&
  markup`<div class="field"><label for="note">${say(language, needsNote ? 'case.confirm.note.needed' : 'case.confirm.note')}</label>
<textarea id="note" name="note" rows="3" maxlength="500"${needsNote && markup` required`}></textarea></div>`
}
<p class="buttons"><button type="submit"${isDeletion && markup` class="danger"`}>${say(language, `case.confirm.yes.${yes}`)}</button>
<a class="button quiet" href="${back}">${say(language, 'case.confirm.no')}</a></p>
</form></section>`;
}
