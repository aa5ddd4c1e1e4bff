import { css } from 'lit';

/** Frame, pages and how they fold from 320 px to a desktop. */
export const layoutStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100vh;
    block-size: 100dvh;
    background: var(--_background);
    color: var(--_text);
    font-family: var(--_font);
    font-size: 1rem;
    line-height: 1.5;
    -webkit-text-size-adjust: 100%;
    text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  .root {
    display: flex;
    align-items: center;
    justify-content: center;
    block-size: 100%;
    padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
      env(safe-area-inset-left);
  }
  .page {
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    max-inline-size: 520px;
    block-size: 100%;
    padding: 12px 20px 20px;
    overflow: auto;
    overflow-wrap: anywhere;
  }
  .root[data-layout='desk'] {
    background: var(--_backdrop);
  }
  .root[data-layout='desk'] .page {
    block-size: min(760px, calc(100% - 48px));
    padding: 20px 36px 32px;
    border-radius: 24px;
    background: var(--_background);
    box-shadow:
      0 1px 2px rgb(0 0 0 / 8%),
      0 16px 48px rgb(0 0 0 / 10%);
  }
  .middle {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    text-align: center;
  }
  .buttons {
    display: grid;
    flex: none;
    gap: 12px;
    margin-block-start: 20px;
  }

  /* Running: prompt, picture, hint, from top to bottom. */
  .running {
    padding-block-start: 8px;
  }
  .bar-row {
    display: grid;
    flex: none;
    grid-template-columns: 1fr auto 1fr;
    gap: 8px;
    align-items: center;
    min-block-size: 48px;
  }
  .say {
    display: flex;
    flex: none;
    gap: 14px;
    align-items: center;
    justify-content: center;
    min-block-size: 84px;
    margin-block-start: auto;
    padding-block: 4px;
    text-align: center;
  }
  .stage {
    position: relative;
    flex: 1 1 0;
    min-block-size: 200px;
    /* As high as the oval can become, so that prompt and hint stay close to it on a tall screen. */
    max-block-size: var(--_stage-max, none);
  }
  .hint-row {
    display: flex;
    flex: none;
    align-items: flex-start;
    justify-content: center;
    min-block-size: 100px;
    margin-block-end: auto;
    padding-block-start: 12px;
  }

  /* Short and wide: the picture beside the words. */
  .root[data-layout='wide'] .page {
    max-inline-size: 880px;
    padding: 12px 28px;
  }
  .root[data-layout='wide'] .running {
    display: grid;
    grid-template-areas: 'stage bar' 'stage say' 'stage hint';
    grid-template-rows: auto 1fr auto;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr);
    column-gap: 20px;
  }
  .root[data-layout='wide'] .bar-row {
    grid-area: bar;
    grid-template-columns: auto 1fr auto;
  }
  .root[data-layout='wide'] .stage {
    grid-area: stage;
    max-block-size: none;
  }
  .root[data-layout='wide'] .say {
    grid-area: say;
    margin: 0;
    flex-direction: column;
    gap: 10px;
  }
  .root[data-layout='wide'] .hint-row {
    grid-area: hint;
    margin: 0;
    align-items: center;
    min-block-size: 96px;
    padding-block: 0 8px;
  }
  .root[data-layout='wide'] .intro,
  .root[data-layout='wide'] .outcome {
    flex-flow: row wrap;
    gap: 0 32px;
    align-items: center;
    align-content: center;
    overflow: auto;
  }
  .root[data-layout='wide'] .intro .middle,
  .root[data-layout='wide'] .outcome .middle {
    flex: 1 1 300px;
  }
  .root[data-layout='wide'] .intro .middle {
    align-items: flex-start;
    text-align: start;
  }
  .root[data-layout='wide'] .buttons {
    flex: 1 1 200px;
    max-inline-size: 300px;
    margin: 0 auto;
  }
`;
