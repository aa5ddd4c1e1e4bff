import { CONSOLE_PATH } from '../../consolePath.js';
import { say } from '../../language/say.js';
import { markup, type Markup } from '../../markup/markup.js';
import type { RightsAlarm } from '../../views/rights/loadRightsAlarm.js';
import type { PageView } from '../PageView.js';

/** What somebody has to see: overdue requests, and a number of stored people that an authority has to be told. Nothing where neither is. */
export function alarmBanner(
  { language }: PageView,
  { overdue, filing }: RightsAlarm,
  { isOnList = false }: { isOnList?: boolean } = {},
): Markup | null {
  const lines: Markup[] = [];
  if (overdue > 0) {
    const words =
      overdue === 1
        ? say(language, 'rights.banner.over.one')
        : say(language, 'rights.banner.over', { count: overdue });
    lines.push(
      markup`<li><strong>${words}</strong>${
        !isOnList && markup` <a href="${CONSOLE_PATH}/rights">${say(language, 'rights.banner.show')}</a>`
      }</li>`,
    );
  }
  if (filing.level !== 'far') {
    const figures = {
      stored: filing.stored.toLocaleString('en'),
      threshold: filing.threshold.toLocaleString('en'),
    };
    lines.push(markup`<li>${say(language, `rights.filing.${filing.level}`, figures)}</li>`);
  }
  return lines.length === 0
    ? null
    : markup`<section class="attention alarm" aria-label="${say(language, 'rights.alarm')}"><ul>${lines}</ul></section>`;
}
