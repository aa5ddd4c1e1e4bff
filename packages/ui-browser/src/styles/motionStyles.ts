import { css } from 'lit';

/**
 * Drawings and what moves in them. Movement is a help, never needed: with reduced motion each drawing stands in the pose
 * that is asked for.
 */
export const motionStyles = css`
  .figure {
    flex: none;
    inline-size: 72px;
    block-size: 72px;
    overflow: visible;
    fill: currentColor;
  }
  .say .figure {
    inline-size: 76px;
    block-size: 76px;
    padding: 6px;
    border-radius: 50%;
    background: var(--_accent-soft);
    color: var(--_on-accent-soft);
  }
  .flipped .figure {
    transform: scaleX(-1);
  }
  .figure .line {
    fill: none;
    stroke: currentColor;
    stroke-width: 3.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .figure .thin {
    stroke-width: 3;
  }
  .figure .arrow {
    stroke: var(--_accent);
    stroke-width: 4.5;
  }
  .figure .eyes ellipse,
  .figure .mouth,
  .figure .features,
  .figure .head {
    transform-box: fill-box;
    transform-origin: center;
  }

  /* The poses: what stands still with reduced motion, and where the movement goes. */
  .do-blink .eyes ellipse {
    transform: scaleY(0.18);
  }
  .do-turn-left .features,
  .do-turn-one-side .features {
    transform: translateX(-9px) scaleX(0.82);
  }
  .do-turn-right .features,
  .do-turn-other-side .features {
    transform: translateX(9px) scaleX(0.82);
  }
  .do-nod .features {
    transform: translateY(9px) scaleY(0.86);
  }
  .do-approach .head {
    transform: scale(1.12);
  }
  .do-away .head {
    transform: scale(0.72);
  }

  @media (prefers-reduced-motion: no-preference) {
    .resting .eyes ellipse {
      animation: rest-blink 5s ease-in-out infinite;
    }
    .do-blink .eyes ellipse {
      animation: blink 2.2s ease-in-out infinite;
    }
    .do-mouth-open .mouth {
      animation: open 2.2s ease-in-out infinite;
    }
    .do-turn-left .features {
      animation: turn-left 2.4s ease-in-out infinite;
    }
    .do-turn-right .features {
      animation: turn-right 2.4s ease-in-out infinite;
    }
    .do-turn-one-side .features {
      animation: turn-either 4.8s ease-in-out infinite;
    }
    .do-turn-other-side .features {
      animation: turn-either 4.8s ease-in-out infinite reverse;
    }
    .do-nod .features {
      animation: nod 2.2s ease-in-out infinite;
    }
    .do-approach .head {
      animation: approach 2.4s ease-in-out infinite;
    }
    .do-away .head {
      animation: away 2.4s ease-in-out infinite;
    }
    .sign.at-left .icon {
      animation: nudge-left 1.2s ease-in-out infinite;
    }
    .sign.at-right .icon {
      animation: nudge-right 1.2s ease-in-out infinite;
    }
    .sign.at-down:not(.done) .icon {
      animation: nudge-down 1.2s ease-in-out infinite;
    }
    .sign.done {
      animation: pop 280ms ease-out;
    }
    .draw {
      stroke-dasharray: 1;
      animation: draw 450ms ease-out both;
    }
    .middle,
    .hint {
      animation: rise 260ms ease-out;
    }
    .loading .track,
    .permission .track,
    .sending .track,
    .sending .bar {
      animation: breathe 2s ease-in-out infinite;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .bar,
    .track,
    .dots li {
      transition: none;
    }
  }
`;
