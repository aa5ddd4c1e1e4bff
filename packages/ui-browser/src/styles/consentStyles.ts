import { css } from 'lit';

/** The frame of the pages before a check, and buttons that weigh the same. All sizes of letters follow the large-text switch. */
export const consentStyles = css`
  /* A page may give the element a ground of its own: what stays in view stands on the same one. */
  .root,
  .consent {
    background: inherit;
  }
  .consent {
    --_s: 1;
    --_edge: 20px;
    padding: 8px var(--_edge) 0;
    font-size: calc(1rem * var(--_s));
    line-height: 1.55;
  }
  .consent.large {
    --_s: 1.5;
  }
  .root[data-layout='tight'] .consent {
    --_edge: 16px;
    padding: 6px var(--_edge) 0;
  }
  .root[data-layout='desk'] .consent {
    --_edge: 40px;
    padding: 20px var(--_edge) 0;
  }

  .consent-bar {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 0 8px;
    align-items: center;
    justify-content: space-between;
    min-block-size: 48px;
    margin-inline: -10px;
  }
  .consent .quiet {
    margin: 0;
    font-size: calc(0.9375rem * var(--_s));
  }
  /* The helps themselves grow less: they have to stay in one line, above the text that they are for. */
  .large .consent-bar .quiet {
    font-size: 1.0625rem;
  }
  .root[data-layout='tight'] .back span {
    position: absolute;
    clip-path: inset(50%);
  }
  .switches {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .toggle[aria-checked='true'] {
    background: var(--_accent-soft);
    color: var(--_on-accent-soft);
    font-weight: 600;
  }
  [dir='rtl'] .icon.onward {
    transform: scaleX(-1);
  }

  .sheet {
    flex: 1 0 auto;
    padding-block: 12px 32px;
    text-align: start;
  }
  .consent .headline {
    font-size: calc(1.5rem * var(--_s));
    text-align: start;
  }
  .root[data-layout='tight'] .consent .headline {
    font-size: calc(1.375rem * var(--_s));
  }
  .root[data-layout] .consent .lead {
    max-inline-size: none;
    margin-block-start: 10px;
    font-size: calc(1rem * var(--_s));
    text-wrap: pretty;
  }
  .emblem {
    display: grid;
    place-items: center;
    inline-size: 64px;
    block-size: 64px;
    margin-block: 8px 20px;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_on-accent-soft);
  }
  .emblem .icon {
    inline-size: 32px;
    block-size: 32px;
  }
  .aside {
    margin: 4px 0 0;
    color: var(--_text-muted);
    font-size: calc(0.9375rem * var(--_s));
  }
  .banner {
    margin: 16px 0 0;
    padding: 12px 16px;
    border-radius: var(--_radius);
    background: var(--_attention-soft);
    color: var(--_attention);
    font-size: calc(0.9375rem * var(--_s));
  }

  /* Always in view, and all of one weight: same size, same line, same ink. */
  .consent .buttons {
    position: sticky;
    inset-block-end: 0;
    grid-auto-rows: 1fr;
    gap: 10px;
    margin: auto calc(-1 * var(--_edge)) 0;
    padding: 12px var(--_edge) 20px;
    border-block-start: 1px solid var(--_line);
    background: inherit;
  }
  /* There is more below. */
  .consent .buttons::before {
    position: absolute;
    inset: -33px 0 auto;
    block-size: 32px;
    background: inherit;
    -webkit-mask-image: linear-gradient(to top, #000, transparent);
    mask-image: linear-gradient(to top, #000, transparent);
    content: '';
    pointer-events: none;
  }
  .consent .button {
    min-block-size: calc(48px + 4px * var(--_s));
    font-size: calc(1.0625rem * var(--_s));
  }
  .consent .button[aria-disabled='true'] {
    border-style: dashed;
    cursor: default;
  }
  .root[data-layout='tight'] .consent .buttons {
    gap: 8px;
    padding-block: 10px 14px;
  }
  /* Little room and large letters: the text is worth more than buttons that stay. */
  .root[data-layout='tight'] .consent.large .buttons {
    position: static;
  }
  .root[data-layout='tight'] .consent.large .buttons::before,
  .root[data-layout='wide'] .consent .buttons::before {
    content: none;
  }
  .root[data-layout='desk'] .consent .buttons {
    padding-block: 16px 32px;
  }

  .root[data-layout='wide'] .consent {
    --_edge: 28px;
    display: grid;
    grid-template: auto auto minmax(0, 1fr) / minmax(0, 1.5fr) minmax(0, 1fr);
    column-gap: 28px;
    padding: 6px var(--_edge);
  }
  .root[data-layout='wide'] .consent > :is(.consent-bar, .aside, .spoken) {
    grid-column: 1 / -1;
  }
  .root[data-layout='wide'] .consent .sheet {
    grid-area: 3 / 1;
    overflow: auto;
    padding-inline: 4px;
  }
  .root[data-layout='wide'] .consent .buttons {
    background: none;
    position: static;
    grid-area: 3 / 2;
    align-self: center;
    inline-size: 100%;
    max-inline-size: none;
    margin: 0;
    padding: 0;
    border: 0;
  }

  @media (forced-colors: active) {
    .question,
    .banner,
    .full,
    .way,
    .emblem {
      border: 2px solid CanvasText;
    }
    .question:has(:checked),
    .question.asked {
      border-color: Highlight;
    }
    .toggle[aria-checked='true'] {
      border: 2px solid Highlight;
    }
  }
`;
