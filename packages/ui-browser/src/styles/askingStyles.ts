import { css } from 'lit';

/** What stands on the consent's pages: the notice, its questions, the ages, the guardian's code. */
export const askingStyles = css`
  .summary p {
    margin: 12px 0 0;
    color: var(--_text-muted);
    text-wrap: pretty;
  }
  .summary p:first-child {
    margin-block-start: 14px;
    color: var(--_text);
  }
  .consent .fold {
    margin-block-start: 6px;
    margin-inline-start: -10px;
    color: var(--_accent);
    font-weight: 600;
  }
  .fold.open .chevron {
    transform: scaleY(-1);
  }
  .full {
    margin-block: 4px 8px;
    padding: 2px 16px 14px;
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: calc(0.875rem * var(--_s));
  }
  .full h3,
  .way h3 {
    margin: 16px 0 0;
    font-size: calc(0.9375rem * var(--_s));
    font-weight: 650;
  }
  .full p {
    margin: 6px 0 0;
    color: var(--_text-muted);
  }

  .questions {
    display: grid;
    gap: 10px;
    min-inline-size: 0;
    margin: 20px 0 0;
    padding: 0;
    border: 0;
  }
  .questions legend {
    margin-block-end: 10px;
    padding: 0;
    font-weight: 650;
  }
  .question {
    display: flex;
    gap: 14px;
    align-items: flex-start;
    min-block-size: 52px;
    padding: 14px 16px;
    border: 1.5px solid var(--_text-muted);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .question:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    color: var(--_on-accent-soft);
  }
  .question.asked {
    border-color: var(--_attention);
    box-shadow: 0 0 0 1px var(--_attention);
  }
  .question input {
    flex: none;
    inline-size: calc(24px * var(--_s));
    block-size: calc(24px * var(--_s));
    margin: 0;
    accent-color: var(--_accent);
  }
  .question input:focus-visible,
  .code input:focus-visible {
    outline: 3px solid var(--_text);
    outline-offset: 2px;
  }
  .missing {
    display: flex;
    gap: 8px;
    align-items: flex-start;
    margin: 0;
    color: var(--_attention);
    font-size: calc(0.9375rem * var(--_s));
    font-weight: 600;
  }

  .ages {
    display: grid;
    gap: 12px;
    margin-block-start: 24px;
  }
  .consent .age {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 64px;
    text-align: start;
  }
  .code {
    display: grid;
    gap: 8px;
    margin-block-start: 24px;
  }
  .code label {
    font-weight: 650;
  }
  .code input {
    inline-size: 100%;
    min-block-size: 52px;
    padding: 10px 14px;
    border: 1.5px solid var(--_text-muted);
    border-radius: var(--_radius);
    background: var(--_background);
    color: var(--_text);
    font: inherit;
    font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace;
  }
  .code input[aria-invalid='true'] {
    border-color: var(--_attention);
  }
  .help {
    margin: 0;
    color: var(--_text-muted);
    font-size: calc(0.875rem * var(--_s));
  }
  .way {
    margin-block-start: 24px;
    padding: 2px 16px 16px;
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .way p {
    margin: 4px 0 0;
  }
`;
