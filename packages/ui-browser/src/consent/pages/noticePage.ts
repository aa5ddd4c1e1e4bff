import { html, nothing, type TemplateResult } from 'lit';
import { consentIcons } from '../../illustrations/consentIcons.js';
import type { ConsentTemplate, ConsentView } from './ConsentView.js';
import { otherWay } from './otherWay.js';

/** The whole text, folded away until somebody wants it. */
function fullText({ state: { notice, unfolded }, words, dispatch }: ConsentView): TemplateResult {
  return html`
    <button
      type="button"
      class=${`quiet fold ${unfolded ? 'open' : ''}`}
      part="fold-button"
      aria-expanded=${unfolded ? 'true' : 'false'}
      aria-controls="full-text"
      @click=${() => dispatch({ type: 'text-fold', unfolded: !unfolded })}
    >
      <span>${unfolded ? words.notice.less : words.notice.more}</span>${consentIcons.chevron()}
    </button>
    <div class="full" id="full-text" part="notice-text" ?hidden=${!unfolded}>
      ${unfolded
        ? notice.sections.map(
            ({ title, paragraphs }) => html`
              <h3>${title}</h3>
              ${paragraphs.map((text) => html`<p>${text}</p>`)}
            `,
          )
        : nothing}
    </div>
  `;
}

/** Each question by itself, none ticked. */
function questions({ state, words, asking, dispatch }: ConsentView): TemplateResult {
  const missing = state.problem?.kind === 'choice-missing' ? state.problem.choice : null;
  return html`
    <fieldset class="questions">
      <legend>${words.notice.questions}</legend>
      ${state.notice.questions.map(({ choice, text }) => {
        const isMissing = choice === missing;
        const onChange = ({ target }: Event): void =>
          dispatch({
            type: 'choice-set',
            choice,
            agreed: target instanceof HTMLInputElement && target.checked,
          });
        return html`
          <label class=${`question ${isMissing ? 'asked' : ''}`} part="question">
            <input
              type="checkbox"
              id=${`choice-${choice}`}
              .checked=${state.ticked.includes(choice)}
              aria-invalid=${isMissing ? 'true' : 'false'}
              aria-describedby=${isMissing ? 'choice-missing' : nothing}
              @change=${onChange}
            />
            <span>${text}</span>
          </label>
          ${isMissing
            ? html`<p class="missing" id="choice-missing">${consentIcons.attention()}${asking.missing}</p>`
            : nothing}
        `;
      })}
    </fieldset>
  `;
}

/** The notice and the choice: agree, refuse and the other way weigh the same. */
export const noticePage: ConsentTemplate = (view) => {
  const { state, words, asking, dispatch } = view;
  const { notice, renewed } = state;
  const { legalGround = null } = state.settings;
  return html`
    <div class="sheet">
      <h2
        class="headline"
        id="headline"
        tabindex="-1"
        part="headline"
        aria-describedby=${renewed ? 'renewed' : nothing}
      >
        ${notice.title}
      </h2>
      ${renewed ? html`<p class="banner" id="renewed" part="renewed">${asking.renewed}</p>` : nothing}
      ${legalGround === null
        ? nothing
        : html`<p class="banner" part="legal-ground">
            ${asking.law} <strong>${asking.grounds[legalGround]}</strong>
          </p>`}
      <div class="summary">${notice.summary.map((text) => html`<p>${text}</p>`)}</div>
      ${fullText(view)} ${legalGround === null ? questions(view) : nothing}
    </div>
    <div class="buttons">
      <button
        type="button"
        class="button"
        part="button agree-button"
        @click=${() => dispatch({ type: 'notice-agree' })}
      >
        ${legalGround === null ? words.notice.agree : asking.go}
      </button>
      <button
        type="button"
        class="button"
        part="button refuse-button"
        @click=${() => dispatch({ type: 'notice-decline' })}
      >
        ${legalGround === null ? words.notice.refuse : words.declined.close}
      </button>
      ${otherWay(view)}
    </div>
  `;
};
