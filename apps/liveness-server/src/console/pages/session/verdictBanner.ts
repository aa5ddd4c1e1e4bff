import { formatMargin } from '../../format/formatMargin.js';
import { checkWords } from '../../language/checkWords.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import { marginOf } from '../../views/marginOf.js';
import type { SessionDetail } from '../../views/SessionDetail.js';
import { badge } from '../badge.js';
import type { PageView } from '../PageView.js';
import { reasonWords } from '../reasonWords.js';

function words({ language }: PageView, { session, verdict }: SessionDetail): Markup {
  if (verdict === null) {
    const key =
      session.state === 'expired'
        ? 'session.expired'
        : session.state === 'completed'
          ? 'session.waiting'
          : 'session.pending';
    return markup`<p class="lead">${say(language, key)}</p>`;
  }
  if (verdict.reason === null) {
    const { assurance } = verdict;
    const key = verdict.verified ? 'session.verified' : 'session.completed';
    return markup`<p class="lead">${say(language, key, { assurance })}</p>`;
  }
  const check = verdict.checks.find(({ pass }) => !pass);
  const margin = check && marginOf(check);
  return markup`<p class="lead">${reasonWords(language, verdict.reason)} <code>${verdict.reason}</code></p>
${verdict.gate && markup`<p>${say(language, 'session.gate', { gate: verdict.gate })}</p>`}
${
  check &&
  markup`<p>${say(language, 'session.decisive', { check: checkWords(language, check.name), got: check.got, expected: check.expected })}${
    margin && markup` <strong>${say(language, 'session.margin', { margin: formatMargin(margin) })}</strong>`
  }</p>`
}`;
}

/** How the session ended, why, and by how much. */
export function verdictBanner(view: PageView, detail: SessionDetail): Markup {
  const { session, verdict } = detail;
  const kind =
    verdict === null
      ? 'pending'
      : verdict.verified
        ? 'verified'
        : verdict.reason === null
          ? 'completed'
          : 'refused';
  return markup`<section class="banner ${kind}" aria-label="${say(view.language, 'session.verdict')}">
${badge(view.language, session, verdict)}
<div>${words(view, detail)}</div></section>`;
}
