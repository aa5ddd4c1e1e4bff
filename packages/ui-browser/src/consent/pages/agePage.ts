import type { AgeBand } from '@huoti/protocol';
import { html } from 'lit';
import { consentIcons } from '../../illustrations/consentIcons.js';
import type { ConsentTemplate } from './ConsentView.js';
import { otherWay } from './otherWay.js';

const BANDS: readonly AgeBand[] = ['adult', 'teen', 'child'];

/** How old the person is: asked, never guessed. */
export const agePage: ConsentTemplate = (view) => {
  const { words, dispatch } = view;
  return html`
    <div class="sheet">
      <h2 class="headline" id="headline" tabindex="-1" part="headline">${words.age.question}</h2>
      <p class="lead">${words.age.why}</p>
      <div class="ages" role="group" aria-labelledby="headline">
        ${BANDS.map(
          (band) => html`
            <button
              type="button"
              class="button age"
              part="button age-button"
              data-band=${band}
              @click=${() => dispatch({ type: 'age-choose', band })}
            >
              <span>${words.age[band]}</span>${consentIcons.onward()}
            </button>
          `,
        )}
      </div>
    </div>
    <div class="buttons">${otherWay(view)}</div>
  `;
};
