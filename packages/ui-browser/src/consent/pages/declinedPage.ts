import { html, nothing } from 'lit';
import { consentIcons } from '../../illustrations/consentIcons.js';
import type { ConsentTemplate } from './ConsentView.js';
import { otherWay } from './otherWay.js';

/** It ends here, and nothing happened. Whoever chose so may read it again by their own press; nobody is asked again. */
export const declinedPage: ConsentTemplate = (view) => {
  const { state, words, reopen } = view;
  const chosen = state.declined === 'choice';
  return html`
    <div class="sheet">
      <div class="emblem">${consentIcons.resting()}</div>
      <h2 class="headline" id="headline" tabindex="-1" part="headline">
        ${chosen ? words.declined.title : words.declined.tooYoung}
      </h2>
      <p class="lead">${words.declined.text}</p>
      <div class="way">
        <h3>${words.declined.alternative}</h3>
        <p>${words.declined.anotherWay}</p>
      </div>
      <slot name="failed"></slot>
    </div>
    <div class="buttons">
      ${otherWay(view)}
      ${chosen
        ? html`<button type="button" class="button" part="button reopen-button" @click=${reopen}>
            ${words.declined.again}
          </button>`
        : nothing}
    </div>
  `;
};
