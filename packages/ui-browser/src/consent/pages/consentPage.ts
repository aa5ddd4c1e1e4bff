import { html, type TemplateResult } from 'lit';
import { agePage } from './agePage.js';
import { consentBar } from './consentBar.js';
import type { ConsentTemplate, ConsentView } from './ConsentView.js';
import { declinedPage } from './declinedPage.js';
import { guardianPage } from './guardianPage.js';
import { noticePage } from './noticePage.js';
import { problemText } from './problemText.js';

const PAGES: Readonly<Record<ConsentView['state']['page'], ConsentTemplate>> = {
  age: agePage,
  guardian: guardianPage,
  notice: noticePage,
  declined: declinedPage,
  agreed: () => html``,
};

/** One page of the consent: a way back and the two helps above, one decision below. */
export function consentPage(view: ConsentView): TemplateResult {
  const { state, words } = view;
  return html`
    <section
      class=${`page consent at-${state.page} ${state.largeText ? 'large' : ''}`}
      part=${`page consent ${state.page}`}
      aria-label=${words.label}
    >
      ${consentBar(view)} ${PAGES[state.page](view)}
      <div class="spoken" role="alert">${problemText(state)}</div>
    </section>
  `;
}
