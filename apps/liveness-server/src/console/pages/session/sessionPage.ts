import { CONSOLE_PATH } from '../../consolePath.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { SessionDetail } from '../../views/SessionDetail.js';
import { layout } from '../layout.js';
import type { PageView } from '../PageView.js';
import { checksSection } from './checksSection.js';
import { factsSections } from './factsSections.js';
import { partsSection } from './partsSection.js';
import { picturesSection } from './picturesSection.js';
import { revealsSection } from './revealsSection.js';
import { verdictBanner } from './verdictBanner.js';

/** One session: its end, every check, and all that is known of it. */
export function sessionPage(view: PageView, detail: SessionDetail): Markup {
  const { language } = view;
  const { id } = detail.session;
  return layout(view, {
    title: say(language, 'session.title', { id }),
    section: 'sessions',
    body: markup`<p class="crumb"><a href="${CONSOLE_PATH}/sessions">${say(language, 'session.crumb')}</a> / <code>${id}</code></p>
<h1 class="hidden">${say(language, 'session.title', { id })}</h1>
${verdictBanner(view, detail)}
<div class="sides"><div class="wide">
${checksSection(view, detail)}
${revealsSection(view, detail)}
${picturesSection(view, detail)}
${partsSection(view, detail)}
</div><div class="side">
${factsSections(view, detail)}
</div></div>`,
  });
}
