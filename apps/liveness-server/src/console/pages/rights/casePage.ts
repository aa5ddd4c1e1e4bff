import { CONSOLE_PATH } from '../../consolePath.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { RightsDetail } from '../../views/rights/loadRightsDetail.js';
import { layout } from '../layout.js';
import type { PageView } from '../PageView.js';
import { stamp } from '../stamp.js';
import { actsSection } from './actsSection.js';
import { caseFacts } from './caseFacts.js';
import { confirmSection, type CaseStep } from './confirmSection.js';
import { dueBadge } from './dueBadge.js';
import { keptSection } from './keptSection.js';
import { stateBadge } from './stateBadge.js';
import { trailSection } from './trailSection.js';

/** What {@link casePage} takes besides the case. */
export interface CasePageOptions {
  /** An act that waits for its confirmation. */
  readonly step?: CaseStep | null;
  /** What was done, in words. */
  readonly did?: string | null;
  /** What went wrong, in words. */
  readonly fault?: string | null;
}

function banner(view: PageView, { row, daysLeft, dueDay, deletion }: RightsDetail): Markup {
  const { language } = view;
  const look = daysLeft !== null && daysLeft < 0 ? 'refused' : row.state === 'done' ? 'verified' : 'pending';
  return markup`<section class="banner ${look}" aria-label="${say(language, 'rights.state')}">
${daysLeft === null ? stateBadge(language, row.state) : dueBadge(language, daysLeft)}
<div><p class="lead">${say(language, `kind.${row.kind}`)}</p>
<p>${say(language, 'case.duedate')} <strong>${dueDay}</strong>${
    row.closedAtMs !== null && markup` · ${say(language, 'case.closed')} ${stamp(view, row.closedAtMs)}`
  }</p>${deletion !== null && deletionLine(view, deletion)}</div></section>`;
}

function deletionLine(view: PageView, deletion: NonNullable<RightsDetail['deletion']>): Markup {
  const { language } = view;
  const [at, backups] = [deletion.finishedAtMs ?? deletion.startedAtMs, deletion.backupsExpireAtMs];
  // Times are markup of their own: the sentence is split at its places.
  const key = deletion.finishedAtMs === null ? 'case.deletion.running' : 'case.deletion.done';
  const parts = say(language, key).split(/(\{at\}|\{backups\})/);
  return markup`<p>${parts.map((part) =>
    part === '{at}' ? stamp(view, at) : part === '{backups}' ? stamp(view, backups) : markup`${part}`,
  )}</p>`;
}

/** One request: how it stands, how much is kept of the person, what can be done, and who did what. */
export function casePage(
  view: PageView,
  detail: RightsDetail,
  { step = null, did = null, fault = null }: CasePageOptions = {},
): Markup {
  const { language } = view;
  const { id } = detail.row;
  return layout(view, {
    title: say(language, 'case.title', { id }),
    section: 'rights',
    body: markup`<p class="crumb"><a href="${CONSOLE_PATH}/rights">${say(language, 'case.crumb')}</a> / <code>${id}</code></p>
<h1 class="hidden">${say(language, 'case.title', { id })}</h1>
${did !== null && markup`<p class="note" role="status">${did}</p>`}
${fault !== null && markup`<p class="note fault" role="alert">${fault}</p>`}
${banner(view, detail)}
<div class="sides"><div class="wide">
${step === null ? actsSection(view, detail) : confirmSection(view, detail, step)}
${keptSection(view, detail)}
${trailSection(view, detail)}
</div><div class="side">
${caseFacts(view, detail)}
</div></div>`,
  });
}
