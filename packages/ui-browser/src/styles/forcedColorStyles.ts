import { css } from 'lit';

/** High-contrast modes: borders where a fill told things apart, the system's colours for the ring. */
export const forcedColorStyles = css`
  @media (forced-colors: active) {
    .button,
    .hint,
    .tips,
    .note {
      border: 2px solid currentColor;
    }
    .track {
      stroke: GrayText;
    }
    .bar {
      stroke: Highlight;
    }
    .dots li {
      border: 1px solid CanvasText;
    }
    .dots .now,
    .dots .done {
      background: Highlight;
      forced-color-adjust: none;
    }
    .sign,
    .badge,
    .hero,
    .say .figure {
      border: 2px solid CanvasText;
    }
    .figure .arrow {
      stroke: CanvasText;
    }
  }
`;
