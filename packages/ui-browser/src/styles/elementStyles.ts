import { compactStyles } from './compactStyles.js';
import { componentStyles } from './componentStyles.js';
import { forcedColorStyles } from './forcedColorStyles.js';
import { keyframeStyles } from './keyframeStyles.js';
import { layoutStyles } from './layoutStyles.js';
import { lightStyles } from './lightStyles.js';
import { motionStyles } from './motionStyles.js';
import { stageStyles } from './stageStyles.js';
import { tokenStyles } from './tokenStyles.js';

/** All styles of the element; later ones win. */
export const elementStyles = [
  tokenStyles,
  layoutStyles,
  componentStyles,
  stageStyles,
  compactStyles,
  motionStyles,
  keyframeStyles,
  lightStyles,
  forcedColorStyles,
];
