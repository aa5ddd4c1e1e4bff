import { css } from 'lit';

/** The movements that motionStyles names. */
export const keyframeStyles = css`
  @keyframes rest-blink {
    0%,
    94%,
    100% {
      transform: none;
    }
    97% {
      transform: scaleY(0.1);
    }
  }
  @keyframes blink {
    0%,
    35%,
    70%,
    100% {
      transform: none;
    }
    48%,
    56% {
      transform: scaleY(0.1);
    }
  }
  @keyframes open {
    0%,
    20%,
    85%,
    100% {
      transform: scale(0.9, 0.2);
    }
    45%,
    65% {
      transform: none;
    }
  }
  @keyframes turn-left {
    0%,
    15%,
    90%,
    100% {
      transform: none;
    }
    50%,
    65% {
      transform: translateX(-10px) scaleX(0.8);
    }
  }
  @keyframes turn-right {
    0%,
    15%,
    90%,
    100% {
      transform: none;
    }
    50%,
    65% {
      transform: translateX(10px) scaleX(0.8);
    }
  }
  @keyframes turn-either {
    0%,
    8%,
    45%,
    55%,
    95%,
    100% {
      transform: none;
    }
    22%,
    32% {
      transform: translateX(-10px) scaleX(0.8);
    }
    70%,
    80% {
      transform: translateX(10px) scaleX(0.8);
    }
  }
  @keyframes nod {
    0%,
    15%,
    90%,
    100% {
      transform: none;
    }
    45%,
    60% {
      transform: translateY(10px) scaleY(0.84);
    }
  }
  @keyframes approach {
    0%,
    15%,
    100% {
      transform: scale(0.75);
    }
    60%,
    80% {
      transform: scale(1.12);
    }
  }
  @keyframes away {
    0%,
    15%,
    100% {
      transform: scale(1.08);
    }
    60%,
    80% {
      transform: scale(0.7);
    }
  }
  @keyframes nudge-left {
    50% {
      transform: translateX(-4px);
    }
  }
  @keyframes nudge-right {
    50% {
      transform: translateX(4px);
    }
  }
  @keyframes nudge-down {
    50% {
      transform: translateY(4px);
    }
  }
  @keyframes pop {
    from {
      transform: scale(0.6);
      opacity: 0;
    }
  }
  @keyframes draw {
    from {
      stroke-dashoffset: 1;
    }
    to {
      stroke-dashoffset: 0;
    }
  }
  @keyframes rise {
    from {
      transform: translateY(6px);
      opacity: 0;
    }
  }
  @keyframes breathe {
    50% {
      opacity: 0.45;
    }
  }
`;
