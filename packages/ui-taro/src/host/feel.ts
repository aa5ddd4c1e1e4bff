import Taro from '@tarojs/taro';
import type { Cue } from '@huoti/ui';

const STRENGTH = { step: 'light', success: 'medium', failure: 'heavy' } as const;

/** Lets a moment be felt, where the device can. */
export function feel(haptic: Cue['haptic']): void {
  if (haptic === 'none' || typeof Taro.vibrateShort !== 'function') return;
  // A device without a motor says so; nobody has to know.
  void Promise.resolve(Taro.vibrateShort({ type: STRENGTH[haptic] })).catch(() => undefined);
}
