import { html } from 'lit';
import type { Template } from './ViewModel.js';

/** The other way: same size, same weight as the button beside it. A page may bring its own in the slot. */
export const alternativeButton: Template = (view) => html`
  <slot name="alternative">
    <button
      type="button"
      class="button other"
      part="button alternative-button"
      @click=${view.chooseAlternative}
    >
      ${view.alternativeLabel || view.text('button.alternative')}
    </button>
  </slot>
`;
