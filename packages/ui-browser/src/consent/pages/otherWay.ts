import { html, type TemplateResult } from 'lit';
import type { ConsentView } from './ConsentView.js';

/** The other way, in the size and weight of the buttons beside it. A page may bring its own in the slot. */
export function otherWay({ alternativeLabel, words, chooseAlternative }: ConsentView): TemplateResult {
  return html`
    <slot name="alternative">
      <button type="button" class="button other" part="button alternative-button" @click=${chooseAlternative}>
        ${alternativeLabel || words.declined.use}
      </button>
    </slot>
  `;
}
