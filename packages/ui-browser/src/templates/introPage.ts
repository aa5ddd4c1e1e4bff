import { html, nothing } from 'lit';
import { restingIllustration } from '../illustrations/actionIllustration.js';
import { icons } from '../illustrations/icons.js';
import { alternativeButton } from './alternativeButton.js';
import { flashNotice } from './flashNotice.js';
import type { Template } from './ViewModel.js';

/** Before anything happens: what will be asked, how to make it work, what becomes of the pictures. */
export const introPage: Template = (view) => html`
  <section class=${`page intro ${view.flash === 'none' ? '' : 'warned'}`} part="page intro">
    <div class="middle">
      <div class="hero">${restingIllustration()}</div>
      <h2 class="headline" id="headline" tabindex="-1" part="headline">${view.text('intro.title')}</h2>
      <p class="lead">${view.text('intro.body')}</p>
      <ul class="tips" part="tips">
        <li>${icons.light()}<span>${view.text('intro.tip.light')}</span></li>
        <li>${icons.face()}<span>${view.text('intro.tip.face')}</span></li>
        <li>${icons.phone()}<span>${view.text('intro.tip.phone')}</span></li>
      </ul>
      ${view.evidenceLevel === null
        ? nothing
        : html`<p class="privacy">
            ${icons.lock()}<span>${view.text(`intro.privacy.${view.evidenceLevel}`)}</span>
          </p>`}
      ${flashNotice(view)}
      <slot name="notice"></slot>
    </div>
    <div class="buttons">
      ${view.screen.hintKey === null
        ? nothing
        : html`<p class="note" part="note">${view.text(view.screen.hintKey)}</p>`}
      <button type="button" class="button main" part="button start-button" @click=${view.start}>
        ${view.text('button.start')}
      </button>
      ${alternativeButton(view)}
    </div>
  </section>
`;
