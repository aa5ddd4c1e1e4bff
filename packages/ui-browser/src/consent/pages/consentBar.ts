import { html, nothing, type TemplateResult } from 'lit';
import { consentIcons } from '../../illustrations/consentIcons.js';
import type { ConsentView } from './ConsentView.js';

interface Switch {
  readonly part: string;
  readonly label: string;
  readonly on: boolean;
  readonly icon: TemplateResult;
  set(on: boolean): void;
}

const toggle = ({ part, label, on, icon, set }: Switch): TemplateResult => html`
  <button
    type="button"
    class="quiet toggle"
    part=${part}
    role="switch"
    aria-checked=${on ? 'true' : 'false'}
    @click=${() => set(!on)}
  >
    ${icon}<span>${label}</span>
  </button>
`;

/** Back, or out of the pages, unless they have ended; large letters; a voice, where the device has one of its own. */
export function consentBar({ state, words, voice, dispatch, leave }: ConsentView): TemplateResult {
  const goBack = (): void => {
    if (state.back === null) leave();
    else dispatch({ type: 'page-back' });
  };
  return html`
    <div class="consent-bar">
      ${state.page === 'declined'
        ? html`<span></span>`
        : html`<button type="button" class="quiet back" part="back-button" @click=${goBack}>
            ${consentIcons.back()}<span>${words.back}</span>
          </button>`}
      <div class="switches">
        ${toggle({
          part: 'large-text-switch',
          label: words.largeText,
          on: state.largeText,
          icon: consentIcons.letters(),
          set: (large) => dispatch({ type: 'text-enlarge', large }),
        })}
        ${voice === 'offered'
          ? toggle({
              part: 'read-aloud-switch',
              label: words.readAloud,
              on: state.readAloud,
              icon: consentIcons.voice(),
              set: (aloud) => dispatch({ type: 'reading-set', aloud }),
            })
          : nothing}
      </div>
    </div>
    <p class=${voice === 'missing' ? 'aside' : 'spoken'} role="status">
      ${voice === 'missing' ? words.noVoice : nothing}
    </p>
  `;
}
