import { css } from 'lit';

/** While it runs: step dots, the oval with its ring and signs, the hint. */
export const stageStyles = css`
  .dots {
    display: flex;
    gap: 6px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .dots li {
    inline-size: 8px;
    block-size: 8px;
    border-radius: 999px;
    background: var(--_line);
    transition:
      inline-size 250ms ease,
      background-color 250ms ease;
  }
  .dots .now {
    inline-size: 24px;
    background: var(--_accent);
  }
  .dots .done {
    background: var(--_success);
  }
  .countdown {
    grid-column: 3;
    justify-self: end;
    color: var(--_text-muted);
    font-size: 0.875rem;
    font-variant-numeric: tabular-nums;
  }

  .oval {
    position: absolute;
    top: var(--_oval-top, 0);
    left: var(--_oval-left, 0);
    inline-size: var(--_oval-width, 0);
    block-size: var(--_oval-height, 0);
    overflow: hidden;
    border-radius: 50%;
    background: var(--_surface);
  }
  .placeholder {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    color: var(--_text-muted);
  }
  .placeholder .figure {
    inline-size: 62%;
    block-size: auto;
    opacity: 0.55;
  }
  .picture,
  .picture > * {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  .picture > * {
    object-fit: cover;
  }
  .picture[data-mirrored='true'] > * {
    transform: scaleX(-1);
  }
  .ring {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    overflow: visible;
    pointer-events: none;
    fill: none;
    stroke-width: 5;
  }
  .track {
    stroke: var(--_line);
    transition: stroke 250ms ease;
  }
  .bar {
    stroke: var(--_accent);
    stroke-linecap: round;
    transition:
      stroke-dashoffset 350ms ease-out,
      stroke 250ms ease;
  }
  .bar.empty {
    opacity: 0;
  }
  [data-oval='adjust'] .track {
    stroke: var(--_attention-line);
  }
  [data-oval='done'] .bar {
    stroke: var(--_success);
  }
  .sign {
    position: absolute;
    top: var(--_sign-top, 0);
    left: var(--_sign-left, 0);
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin: -22px 0 0 -22px;
    border: 3px solid var(--_background);
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .sign .icon {
    stroke-width: 2.5;
  }
  .sign.at-left {
    left: var(--_oval-left);
    top: var(--_oval-middle);
  }
  .sign.at-right {
    left: var(--_oval-right);
    top: var(--_oval-middle);
  }
  .sign.at-down {
    left: var(--_oval-centre);
    top: var(--_oval-bottom);
  }
  .sign.done {
    background: var(--_success);
    color: var(--_background);
  }

  .hint {
    max-inline-size: 30em;
    margin: 0;
    padding: 9px 16px;
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 1.0625rem;
    line-height: 1.4;
    text-align: center;
    text-wrap: balance;
  }
  .hint.full {
    font-size: 0.9375rem;
  }
  .hint.asks {
    background: var(--_attention-soft);
    color: var(--_attention);
  }
  .hint.share {
    background: none;
    color: var(--_text-muted);
    font-variant-numeric: tabular-nums;
  }
`;
