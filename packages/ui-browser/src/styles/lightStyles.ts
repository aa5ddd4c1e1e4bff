import { css } from 'lit';

/**
 * While the screen lights the face: the page fills the window, whatever it stands in, and the picture is small, so that most
 * of the glass gives light. Words are black or white, as the colour asks; nothing fades, since a fade would blur the stage.
 */
export const lightStyles = css`
  .running.light {
    position: fixed;
    z-index: 2147483647;
    inset: 0;
    max-inline-size: none;
    block-size: auto;
    padding: calc(8px + env(safe-area-inset-top)) calc(20px + env(safe-area-inset-right))
      calc(20px + env(safe-area-inset-bottom)) calc(20px + env(safe-area-inset-left));
    border-radius: 0;
    background: var(--_lit, var(--_background));
    box-shadow: none;
  }
  .root[data-layout='desk'] .running.light {
    block-size: auto;
    border-radius: 0;
    box-shadow: none;
    background: var(--_lit, var(--_background));
  }
  .root .running.light .stage {
    flex: none;
    block-size: min(228px, 42vh);
    min-block-size: 0;
    max-block-size: none;
  }
  .root[data-layout='wide'] .running.light .stage {
    align-self: center;
    block-size: min(228px, 68vh);
  }
  .root .running.light .say {
    flex-direction: column;
    gap: 12px;
  }
  .running.light .say .figure + .headline {
    text-align: center;
  }
  .root[data-layout='tight'] .running.light .figure {
    display: none;
  }
  /* The screen itself shows now what the drawing told; its place stays, so that nothing moves. */
  .root[data-lit] .running.light .say .figure {
    visibility: hidden;
  }
  .root[data-lit] .running.light {
    --_text: var(--_lit-ink);
    --_text-muted: var(--_lit-ink);
    --_accent: var(--_lit-ink);
    --_on-accent: var(--_lit);
    --_accent-soft: transparent;
    --_on-accent-soft: var(--_lit-ink);
    --_background: var(--_lit);
    --_surface: transparent;
    --_attention: var(--_lit-ink);
    --_attention-soft: transparent;
    --_attention-line: var(--_lit-ink);
    --_success: var(--_lit-ink);
    color: var(--_lit-ink);
  }
  .root[data-lit] .running.light .track {
    stroke: var(--_lit-ink);
    stroke-opacity: 0.3;
  }
  .root[data-lit] .running.light .dots li {
    background: var(--_lit-ink);
  }
  .root[data-lit] .running.light .dots .later {
    opacity: 0.35;
  }
  .root[data-lit] .running.light .hint.asks {
    border: 2px solid currentColor;
  }
  .root[data-lit] .running.light :is(.track, .bar, .dots li, .hint, .middle) {
    animation: none;
    transition: none;
  }

  .flash {
    display: grid;
    gap: 4px;
    align-self: stretch;
    margin: 12px 0 0;
    padding: 10px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    font-size: 0.875rem;
    line-height: 1.45;
    text-align: start;
  }
  .flash p {
    display: flex;
    gap: 8px;
    margin: 0;
  }
  .flash .icon {
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 1px;
    color: var(--_attention);
  }
  .flash label {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 44px;
    font-weight: 600;
    cursor: pointer;
  }
  .flash input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--_accent);
  }
  .flash input:focus-visible {
    outline: 3px solid var(--_text);
    outline-offset: 2px;
  }
  /* The warning is worth more than the drawing: both ways on have to stay in view. */
  .root[data-layout='phone'] .warned .hero {
    display: none;
  }
  /* Who has asked for less motion is shown no colours, and need not say it again. */
  @media (prefers-reduced-motion: reduce) {
    .flash.optional {
      display: none;
    }
  }
`;
