import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../illustrations/icons.js';
import type { ViewModel } from './ViewModel.js';

/** Before it may flash: that it may, and how to go without. Where it has to, the other way is the way to go without. */
export function flashNotice({ flash, text, declineFlash }: ViewModel): TemplateResult | typeof nothing {
  if (flash === 'none') return nothing;
  if (flash === 'required') {
    return html`<div class="flash required" part="flash-notice">
      <p>${icons.flash()}<span>${text('intro.flash.required')}</span></p>
    </div>`;
  }
  const declined = flash === 'declined';
  const onChange = ({ target }: Event): void =>
    declineFlash(target instanceof HTMLInputElement && target.checked);
  return html`<div class="flash optional" part="flash-notice">
    <p>${icons.flash()}<span>${text(declined ? 'intro.flash.declined' : 'intro.flash.optional')}</span></p>
    <label>
      <input type="checkbox" .checked=${declined} @change=${onChange} />${text('intro.flash.decline')}
    </label>
  </div>`;
}
