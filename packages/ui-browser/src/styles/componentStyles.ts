import { css } from 'lit';

/** Type, buttons, tips, the oval and its ring. */
export const componentStyles = css`
  .headline {
    margin: 0;
    outline: none;
    font-size: 1.5rem;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.005em;
    text-wrap: balance;
  }
  :lang(zh) .headline {
    letter-spacing: 0.01em;
  }
  .say .figure + .headline {
    text-align: start;
  }
  .headline:focus-visible {
    border-radius: 6px;
    outline: 2px solid transparent;
  }
  .lead {
    max-inline-size: 26em;
    margin: 10px 0 0;
    color: var(--_text-muted);
    text-wrap: balance;
  }
  .icon {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .tips {
    display: grid;
    gap: 10px;
    align-self: stretch;
    margin: 22px 0 0;
    padding: 14px 16px;
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
    text-align: start;
  }
  .tips li {
    display: flex;
    gap: 12px;
    align-items: center;
    font-size: 0.9375rem;
    line-height: 1.4;
  }
  .tips .icon {
    color: var(--_accent);
  }
  .privacy {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    margin: 16px 0 0;
    color: var(--_text-muted);
    font-size: 0.875rem;
    line-height: 1.45;
    text-align: start;
  }
  .privacy .icon {
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 1px;
  }
  .note {
    margin: 0;
    color: var(--_text-muted);
    font-size: 0.9375rem;
    text-align: center;
  }

  .button {
    display: block;
    inline-size: 100%;
    min-block-size: 52px;
    padding: 12px 20px;
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_accent);
    font: inherit;
    font-size: 1.0625rem;
    font-weight: 600;
    line-height: 1.3;
    cursor: pointer;
    touch-action: manipulation;
  }
  .button.main {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .quiet {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    justify-self: start;
    min-inline-size: 44px;
    min-block-size: 44px;
    margin-inline-start: -10px;
    padding: 8px 10px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_text-muted);
    font: inherit;
    font-size: 0.9375rem;
    cursor: pointer;
    touch-action: manipulation;
  }
  .quiet .icon {
    inline-size: 20px;
    block-size: 20px;
  }
  .quiet:disabled {
    opacity: 0.6;
    cursor: default;
  }
  .button:active,
  .quiet:active:enabled {
    transform: scale(0.985);
  }
  .button:focus-visible,
  .quiet:focus-visible {
    outline: 3px solid var(--_text);
    outline-offset: 2px;
  }
  @media (hover: hover) {
    .button:hover {
      filter: brightness(1.06);
    }
    .quiet:hover:enabled {
      background: var(--_surface);
    }
  }

  .hero {
    display: grid;
    place-items: center;
    inline-size: 116px;
    block-size: 152px;
    margin-block-end: 24px;
    border: 5px solid var(--_background);
    border-radius: 50%;
    background: var(--_accent-soft);
    box-shadow: 0 0 0 4px var(--_accent);
    color: var(--_on-accent-soft);
  }
  .hero .figure {
    inline-size: 100px;
    block-size: 100px;
  }
  .badge {
    display: grid;
    place-items: center;
    inline-size: 96px;
    block-size: 96px;
    margin-block-end: 24px;
    border-radius: 50%;
    background: var(--_attention-soft);
    color: var(--_attention);
  }
  .completed .badge {
    background: var(--_success-soft);
    color: var(--_success);
  }
  .badge .icon {
    inline-size: 48px;
    block-size: 48px;
    stroke-width: 2;
  }
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
