import Taro from '@tarojs/taro';

/** The page's window, in px. */
export interface WindowSize {
  readonly widthPx: number;
  readonly heightPx: number;
  /** What the system's own bar covers at the bottom. */
  readonly bottomInsetPx: number;
}

/** A phone of the common size: drawn for where a platform does not tell its own. */
const USUAL: WindowSize = { widthPx: 375, heightPx: 667, bottomInsetPx: 0 };

/** Size of text in WeChat's settings where nobody has changed it, in px; some versions say 16. */
const USUAL_TEXT_PX = 17;

/** Larger than this, a prompt of two lines and the oval no longer fit on a small phone. */
const LARGEST_TEXT_SCALE = 1.5;

interface DeviceReport {
  readonly windowWidth?: number;
  readonly windowHeight?: number;
  readonly screenHeight?: number;
  readonly safeArea?: { readonly bottom?: number };
  readonly fontSizeSetting?: number;
  readonly language?: string;
}

/** The first of the platform's calls that is there and answers; old base libraries have the last one only. */
function report(call: 'getWindowInfo' | 'getAppBaseInfo'): DeviceReport {
  for (const name of [call, 'getSystemInfoSync'] as const) {
    try {
      if (typeof Taro[name] === 'function') return Taro[name]();
    } catch {
      // A platform may list a call and not have it: the next one is asked.
    }
  }
  return {};
}

/** The window as it is now. */
export function readWindow(): WindowSize {
  const { windowWidth, windowHeight, screenHeight, safeArea } = report('getWindowInfo');
  if (windowWidth === undefined || windowHeight === undefined) return USUAL;
  const covered = (screenHeight ?? 0) - (safeArea?.bottom ?? screenHeight ?? 0);
  return { widthPx: windowWidth, heightPx: windowHeight, bottomInsetPx: Math.max(0, covered) };
}

/** How much larger than usual the person wants text, from 1 to 1.5. */
export function readTextScale(): number {
  const { fontSizeSetting } = report('getAppBaseInfo');
  if (typeof fontSizeSetting !== 'number') return 1;
  return Math.min(LARGEST_TEXT_SCALE, Math.max(1, fontSizeSetting / USUAL_TEXT_PX));
}

/** The language of the app around the mini-program, as it writes it: `zh_CN`. */
export function readLanguage(): string | undefined {
  return report('getAppBaseInfo').language;
}
