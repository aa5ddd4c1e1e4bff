export { createConsentState } from './consent/createConsentState.js';
export { reduceConsent } from './consent/reduceConsent.js';
export { askingWordsOf } from './consent/askingWordsOf.js';
export { spokenConsent } from './consent/spokenConsent.js';
export type { AskingWords } from './consent/words/AskingWords.js';
export { wordsOf } from './consent/wordsOf.js';
export { ConsentTalk } from './consent/ConsentTalk.js';
export type { ConsentTalkOptions } from './consent/ConsentTalk.js';
export type { ConsentAsk, ConsentEnd } from './consent/ConsentEnd.js';
export { declinedResult } from './consent/declinedResult.js';
export type { ConsentScreenSettings, ConsentSettings } from './consent/ConsentSettings.js';
export type { ConsentEvent } from './consent/ConsentEvent.js';
export type { ConsentPage, ConsentProblem, ConsentState, DeclineCause } from './consent/ConsentState.js';
export { createScreenState } from './screen/ScreenState.js';
export type {
  Announcement,
  Cue,
  OvalState,
  ScreenKind,
  ScreenMemory,
  ScreenOutcome,
  ScreenState,
} from './screen/ScreenState.js';
export type { ScreenEvent } from './screen/ScreenEvent.js';
export { reduceScreen } from './screen/reduceScreen.js';
export {
  AGAIN_HINT_MS,
  ANNOUNCE_GAP_MS,
  COUNTDOWN_FROM_SECONDS,
  PERMISSION_HINT_MS,
  SLOW_LOADING_MS,
} from './screen/screenTimings.js';
export {
  HINT_CLEAR_MS,
  HINT_DEBOUNCE_MS,
  HINT_LEVEL_1_MS,
  HINT_LEVEL_2_MS,
  HINT_MIN_HOLD_MS,
  HINT_RESUME_MS,
} from './hint/hintTimings.js';
export type { HintCause } from './hint/HintCause.js';
export type { HintLevel } from './hint/HintLevel.js';
export type { LightHint } from './hint/LightHint.js';
export type { HintMemory, ShownHint } from './hint/reduceHint.js';
export type { Guidance } from './guidance/Guidance.js';
export { errorGuidance } from './guidance/errorGuidance.js';
export { refusalGuidance } from './guidance/refusalGuidance.js';
export type { Catalogue } from './messages/Catalogue.js';
export type { MessageKey } from './messages/MessageKey.js';
export { en } from './messages/en.js';
export { zhCN } from './messages/zhCN.js';
export { formatMessage } from './messages/formatMessage.js';
export { pickCatalogue } from './messages/pickCatalogue.js';
export type { Oval } from './overlay/Oval.js';
export { OVAL_ASPECT, OVAL_MARGIN_PX, OVAL_MAX_HEIGHT_PX, ovalFor } from './overlay/ovalFor.js';
export { mapFrameToView } from './overlay/mapFrameToView.js';
export type { Size } from './overlay/mapFrameToView.js';
export { CONTRAST_PAIRS, themeTokens } from './theme/themeTokens.js';
export type { ThemeName, ThemeTokens } from './theme/themeTokens.js';
export { contrastRatio } from './theme/contrastRatio.js';
export { inkOn } from './theme/inkOn.js';
export { foldError } from './tries/foldError.js';
export type { RunnableSession } from './tries/RunnableSession.js';
export { runTry } from './tries/runTry.js';
export type { TryOptions } from './tries/runTry.js';
export { TryController } from './tries/TryController.js';
export type { TryHost } from './tries/TryController.js';
export type { TryMoment } from './tries/TryMoment.js';
