import Taro from '@tarojs/taro';
import type { DemoSettings } from '../settings/DemoSettings.js';
import { textsFor } from '../texts/textsFor.js';

/** The other way of this demo: a place for yours. */
export function showOtherWay(lang: DemoSettings['lang']): void {
  const { title, body } = textsFor(lang).other;
  void Taro.showModal({ title, content: body, showCancel: false });
}
