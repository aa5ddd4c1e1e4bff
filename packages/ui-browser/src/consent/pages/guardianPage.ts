import { html, nothing, type TemplateResult } from 'lit';
import { consentIcons } from '../../illustrations/consentIcons.js';
import type { ConsentTemplate, ConsentView } from './ConsentView.js';
import { otherWay } from './otherWay.js';
import { problemText } from './problemText.js';

const trouble = ({ state }: ConsentView): TemplateResult | typeof nothing =>
  state.problem === null
    ? nothing
    : html`<p class="missing" id="guardian-problem">${consentIcons.attention()}${problemText(state)}</p>`;

/** A field for the code that the operator hands out. */
function codeField(view: ConsentView): TemplateResult {
  const { state, asking, dispatch } = view;
  const wrong = state.problem !== null;
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = form instanceof HTMLFormElement ? form.querySelector('input') : null;
    dispatch({ type: 'guardian-code', code: field?.value ?? '' });
  };
  return html`
    <form class="code" id="guardian-form" novalidate @submit=${onSubmit}>
      <label for="guardian-code">${asking.codeLabel}</label>
      <input
        id="guardian-code"
        type="text"
        dir="ltr"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-describedby=${wrong ? 'guardian-problem guardian-help' : 'guardian-help'}
        aria-invalid=${wrong ? 'true' : 'false'}
      />
      ${trouble(view)}
      <p class="help" id="guardian-help">${asking.codeHelp}</p>
    </form>
  `;
}

/** A minor needs a guardian's written consent: the page's own flow to it, or the code of one. */
export const guardianPage: ConsentTemplate = (view) => {
  const { state, words, asking, dispatch } = view;
  const hasFlow = state.settings.hasGuardianFlow === true;
  const { guardianPending } = state;
  return html`
    <div class="sheet">
      <div class="emblem">${consentIcons.guardian()}</div>
      <h2 class="headline" id="headline" tabindex="-1" part="headline">${words.guardian.title}</h2>
      <p class="lead">${state.band === 'child' ? words.guardian.child : words.guardian.teen}</p>
      ${hasFlow ? trouble(view) : codeField(view)}
      <p class=${guardianPending ? 'aside' : 'spoken'} role="status">
        ${guardianPending ? words.guardian.waiting : nothing}
      </p>
    </div>
    <div class="buttons">
      ${hasFlow
        ? html`<button
            type="button"
            class="button"
            part="button guardian-button"
            aria-disabled=${guardianPending ? 'true' : 'false'}
            @click=${() => dispatch({ type: 'guardian-start' })}
          >
            ${words.guardian.start}
          </button>`
        : html`<button type="submit" form="guardian-form" class="button" part="button guardian-button">
            ${asking.go}
          </button>`}
      ${otherWay(view)}
    </div>
  `;
};
