import type { HuotiLivenessElement } from './element/HuotiLivenessElement.js';

/** The element's own settings, as the frameworks' types need them. */
export type HuotiLivenessSettings = Pick<
  HuotiLivenessElement,
  | 'assetsBaseUrl'
  | 'host'
  | 'manifest'
  | 'theme'
  | 'lang'
  | 'haptics'
  | 'alternativeLabel'
  | 'policy'
  | 'light'
  | 'plan'
  | 'source'
  | 'landmarker'
  | 'createSession'
  | 'catalogues'
  | 'consent'
  | 'alternative'
>;
