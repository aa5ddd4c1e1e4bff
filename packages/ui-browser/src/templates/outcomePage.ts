import { html, nothing } from 'lit';
import type { ScreenOutcome } from '@huoti/ui';
import { icons } from '../illustrations/icons.js';
import { alternativeButton } from './alternativeButton.js';
import type { Template } from './ViewModel.js';

const iconOf = (outcome: ScreenOutcome) => {
  if (outcome.status === 'completed') return icons.check();
  if (outcome.status === 'failed') return outcome.guidance.retry ? icons.again() : icons.notice();
  return outcome.code.startsWith('CAMERA_') ? icons.camera() : icons.notice();
};

/** How it ended: what happened, what to do, and both ways on. */
export const outcomePage: Template = (view) => {
  const { outcome } = view.screen;
  if (outcome === null) return html``;
  const completed = outcome.status === 'completed';
  return html`
    <section class=${`page outcome ${outcome.status}`} part=${`page outcome ${outcome.status}`}>
      <div class="middle">
        <div class="badge">${iconOf(outcome)}</div>
        <h2 class="headline" id="headline" tabindex="-1" part="headline">${view.text(outcome.titleKey)}</h2>
        <p class="lead">${view.text(outcome.bodyKey)}</p>
        ${outcome.status === 'failed' && outcome.retryAfterS !== null
          ? html`<p class="note" part="note">
              ${view.text('result.wait', { minutes: Math.max(1, Math.ceil(outcome.retryAfterS / 60)) })}
            </p>`
          : nothing}
        <slot name=${completed ? 'completed' : 'failed'}></slot>
      </div>
      ${completed
        ? nothing
        : html`<div class="buttons">
            ${outcome.guidance.retry
              ? html`<button
                  type="button"
                  class="button main"
                  part="button retry-button"
                  @click=${view.retry}
                >
                  ${view.text('button.retry')}
                </button>`
              : nothing}
            ${alternativeButton(view)}
          </div>`}
    </section>
  `;
};
