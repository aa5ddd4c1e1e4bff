import { css } from 'lit';

/** What gets smaller where there is little room. */
export const compactStyles = css`
  .root[data-layout='tight'] .hero,
  .root[data-layout='wide'] .hero {
    display: none;
  }
  .root[data-layout='tight'] .tips {
    gap: 8px;
    margin-block-start: 14px;
    padding: 12px 14px;
  }
  .root[data-layout='tight'] .privacy {
    margin-block-start: 12px;
  }
  .root[data-layout='tight'] .buttons {
    gap: 10px;
    margin-block-start: 14px;
  }
  .root[data-layout='tight'] .button {
    min-block-size: 48px;
    padding-block: 9px;
  }
  .root[data-layout='tight'] .page {
    padding: 8px 16px 14px;
  }
  .root[data-layout='tight'] .headline,
  .root[data-layout='wide'] .headline {
    font-size: 1.375rem;
  }
  .root[data-layout='tight'] .say {
    min-block-size: 72px;
  }
  .root[data-layout='tight'] .lead {
    font-size: 0.9375rem;
    margin-block-start: 6px;
  }
  .root[data-layout='wide'] .say .figure + .headline {
    text-align: center;
  }
  .root[data-layout='wide'] .tips {
    gap: 6px;
    margin-block-start: 12px;
    padding: 10px 14px;
  }
  .root[data-layout='wide'] .privacy {
    margin-block-start: 10px;
  }
`;
