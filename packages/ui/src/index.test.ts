import { describe, expect, it } from '@jest/globals';
import * as ui from './index.js';

describe('@huoti/ui', () => {
  it('exports these values and no others', () => {
    expect(Object.keys(ui).sort()).toEqual([
      'AGAIN_HINT_MS',
      'ANNOUNCE_GAP_MS',
      'CONTRAST_PAIRS',
      'COUNTDOWN_FROM_SECONDS',
      'ConsentTalk',
      'HINT_CLEAR_MS',
      'HINT_DEBOUNCE_MS',
      'HINT_LEVEL_1_MS',
      'HINT_LEVEL_2_MS',
      'HINT_MIN_HOLD_MS',
      'HINT_RESUME_MS',
      'OVAL_ASPECT',
      'OVAL_MARGIN_PX',
      'OVAL_MAX_HEIGHT_PX',
      'PERMISSION_HINT_MS',
      'SLOW_LOADING_MS',
      'TryController',
      'askingWordsOf',
      'contrastRatio',
      'createConsentState',
      'createScreenState',
      'declinedResult',
      'en',
      'errorGuidance',
      'foldError',
      'formatMessage',
      'inkOn',
      'mapFrameToView',
      'ovalFor',
      'pickCatalogue',
      'reduceConsent',
      'reduceScreen',
      'refusalGuidance',
      'runTry',
      'spokenConsent',
      'themeTokens',
      'wordsOf',
      'zhCN',
    ]);
  });
});
