import { OVAL_ASPECT, OVAL_MARGIN_PX, OVAL_MAX_HEIGHT_PX, ovalFor, type Oval, type Size } from '@huoti/ui';
import type { WindowSize } from '../host/readDevice.js';

/** How the screens fold. `tight` where there is little room. */
export type Layout = 'tight' | 'phone';

/** What {@link fitScreen} is told. */
export interface FitSettings {
  readonly window: WindowSize;
  /** What the page's own bar or the platform's capsule covers at the top, in px. */
  readonly topInsetPx: number;
  /** From 1 to 1.5. */
  readonly textScale: number;
  /** The screen lights the face: the picture is small, and most of the glass gives light. */
  readonly lit: boolean;
}

/** Sizes of one drawing, in px. */
export interface Fit {
  readonly layout: Layout;
  readonly stage: Size;
  readonly oval: Oval;
}

/** Widest column of text and picture: beyond it lines get long and the eyes have to travel. */
const COLUMN_PX = 520;
/** Cancel, dots and countdown; the page's own padding above and below; as in the styles of the running screen. */
const BAR_PX = 48;
const PADDING_PX = 28;
/** Prompt and hint at usual text: two lines each. */
const PROMPT_PX = { tight: 72, phone: 88 };
const HINT_PX = { tight: 104, phone: 100 };
/** A face smaller than this can't be seen to be in the oval. */
const SMALLEST_STAGE_PX = 160;
/** While lit, as in the browser's screens. */
const LIT_STAGE_PX = 228;
const LIT_STAGE_SHARE = 0.42;

/**
 * How large the picture may be, worked out from the window: a mini-program's logic can't measure its page before it is drawn, and a
 * camera that is moved afterwards flickers.
 */
export function fitScreen({ window, topInsetPx, textScale, lit }: FitSettings): Fit {
  const { widthPx, heightPx, bottomInsetPx } = window;
  const room = heightPx - topInsetPx - bottomInsetPx;
  const layout = widthPx < 350 || room < 600 ? 'tight' : 'phone';
  const stageWidth = Math.max(0, Math.min(widthPx, COLUMN_PX) - (layout === 'tight' ? 32 : 40));
  const words = (PROMPT_PX[layout] + HINT_PX[layout]) * textScale;
  const tallest =
    Math.min((stageWidth - 2 * OVAL_MARGIN_PX) / OVAL_ASPECT, OVAL_MAX_HEIGHT_PX) + 2 * OVAL_MARGIN_PX;
  const left = Math.max(SMALLEST_STAGE_PX, room - BAR_PX - PADDING_PX - words);
  const stageHeight = Math.round(
    lit ? Math.min(LIT_STAGE_PX, room * LIT_STAGE_SHARE, left) : Math.min(left, tallest),
  );
  return {
    layout,
    stage: { widthPx: stageWidth, heightPx: stageHeight },
    oval: ovalFor(stageWidth, stageHeight),
  };
}
