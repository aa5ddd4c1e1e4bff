import Taro from '@tarojs/taro';

/** Below the platform's capsule, in px, where the page has no bar of its own; 0 where it has. */
export function topInset(): number {
  if (process.env.TARO_ENV === 'alipay') return 0;
  try {
    if (typeof Taro.getMenuButtonBoundingClientRect === 'function') {
      return Math.max(0, Taro.getMenuButtonBoundingClientRect().bottom);
    }
  } catch {
    // An old version without the call has a capsule all the same.
  }
  // 44 px of status bar and 40 px of capsule: what an iPhone with a notch has.
  return 84;
}
