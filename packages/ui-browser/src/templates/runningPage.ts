import type { Action } from '@huoti/protocol';
import { html, nothing, type TemplateResult } from 'lit';
import {
  actionIllustration,
  lightIllustration,
  restingIllustration,
} from '../illustrations/actionIllustration.js';
import { icons } from '../illustrations/icons.js';
import { ovalOverlay } from './ovalOverlay.js';
import type { Template, ViewModel } from './ViewModel.js';

/** Where the arrow on the oval's edge points, as a mirror shows it. */
const ARROWS: Readonly<Partial<Record<Action, 'left' | 'right' | 'down'>>> = {
  'turn-left': 'left',
  'turn-right': 'right',
  nod: 'down',
};

function edgeSign({ screen, mirrored }: ViewModel): TemplateResult | typeof nothing {
  if (screen.kind === 'neutral' && screen.oval === 'done') {
    return html`<div class="sign at-down done">${icons.check()}</div>`;
  }
  const asked = screen.action === null ? undefined : ARROWS[screen.action];
  if (asked === undefined) return nothing;
  const side = mirrored || asked === 'down' ? asked : asked === 'left' ? 'right' : 'left';
  const arrow = { left: icons.arrowLeft, right: icons.arrowRight, down: icons.arrowDown }[side];
  return html`<div class=${`sign at-${side}`}>${arrow()}</div>`;
}

function dots({ screen, text }: ViewModel): TemplateResult | typeof nothing {
  const { step, kind } = screen;
  if (step === null) return nothing;
  const doneCount = step.index + (kind === 'neutral' && screen.oval === 'done' ? 1 : 0);
  return html`<ol class="dots" aria-label=${text('step', { index: step.index + 1, count: step.count })}>
    ${Array.from({ length: step.count }, (_, index) => {
      const state = index < doneCount ? 'done' : index === step.index ? 'now' : 'later';
      return html`<li class=${state} aria-hidden="true"></li>`;
    })}
  </ol>`;
}

/** While it runs: one prompt, the oval with the person in it, one hint. */
export const runningPage: Template = (view) => {
  const { screen, text } = view;
  // The camera is off: its last picture would say that it is not.
  const sending = screen.kind === 'sending';
  const waiting = screen.kind === 'loading' || screen.kind === 'permission' || sending;
  const asks = screen.oval === 'adjust' || screen.oval === 'searching';
  return html`
    <section class=${`page running ${screen.kind}`} part="page running" data-oval=${screen.oval}>
      <div class="bar-row">
        <button
          type="button"
          class="quiet"
          part="cancel-button"
          aria-label=${text('button.cancel')}
          ?disabled=${view.cancelling}
          @click=${view.cancel}
        >
          ${icons.close()}<span class="quiet-label" aria-hidden="true">${text('button.cancel')}</span>
        </button>
        ${sending ? nothing : dots(view)}
        <span class="countdown" aria-hidden="true">
          ${screen.countdownSeconds === null
            ? nothing
            : text('countdown', { seconds: screen.countdownSeconds })}
        </span>
      </div>
      <div class=${`say ${view.mirrored ? '' : 'flipped'}`}>
        ${screen.kind === 'light'
          ? lightIllustration()
          : screen.action === null
            ? nothing
            : actionIllustration(screen.action)}
        <h2 class="headline" id="headline" tabindex="-1" part="headline">${text(screen.promptKey)}</h2>
      </div>
      <div class="stage" part="stage">
        <div class="oval" part="oval">
          ${view.pictureShown && !sending
            ? nothing
            : html`<div class="placeholder">${restingIllustration()}</div>`}
          ${sending ? nothing : view.picture}
        </div>
        ${ovalOverlay(
          view.oval,
          view.viewWidthPx,
          view.viewHeightPx,
          waiting ? screen.progress : screen.overallProgress,
        )}
        <div class="signs">${edgeSign(view)}</div>
      </div>
      <div class="hint-row">
        ${screen.hintKey !== null
          ? html`<p class=${`hint ${asks ? 'asks' : ''} ${screen.hintLevel > 0 ? 'full' : ''}`} part="hint">
              ${text(screen.hintKey)}
            </p>`
          : screen.kind === 'loading' && screen.progress > 0
            ? html`<p class="hint share">
                ${text('loading.share', { percent: Math.round(screen.progress * 100) })}
              </p>`
            : nothing}
      </div>
    </section>
  `;
};
