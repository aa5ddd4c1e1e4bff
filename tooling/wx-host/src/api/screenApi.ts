import { randomFillSync } from 'node:crypto';
import type { ApiMembers, HostCore } from '../HostCore.js';

type Given = Readonly<Record<string, unknown>>;

/** Brightness, the screen's sleep, vibration, messages on the screen, random bytes. */
export function screenApi({ answering, record, facts, options }: HostCore): ApiMembers {
  const shown =
    (api: string) =>
    (given: Given): unknown => {
      record.shown.push({ api, options: given });
      return answering.answer(api, given, () => ({}));
    };
  const quiet = ['showToast', 'hideToast', 'showLoading', 'hideLoading', 'setNavigationBarTitle'];
  quiet.push('setNavigationBarColor', 'setBackgroundColor', 'pageScrollTo', 'hideHomeButton');
  return {
    ...Object.fromEntries(quiet.map((api) => [api, shown(api)])),
    showModal: (given: Given) => {
      record.shown.push({ api: 'showModal', options: given });
      return answering.answer('showModal', given, () => {
        const { confirm } = options.modal?.(given) ?? { confirm: true };
        return { confirm, cancel: !confirm };
      });
    },
    setScreenBrightness: (given: Given) =>
      answering.answer('setScreenBrightness', given, () => {
        facts.brightness = Number(given['value']);
        record.brightness.push(facts.brightness);
        return {};
      }),
    getScreenBrightness: (given: Given) =>
      answering.answer('getScreenBrightness', given, () => ({ value: facts.brightness })),
    setKeepScreenOn: (given: Given) =>
      answering.answer('setKeepScreenOn', given, () => {
        record.keepScreenOn.push(given['keepScreenOn'] === true);
        return {};
      }),
    vibrateShort: (given: Given) =>
      answering.answer('vibrateShort', given, () => {
        record.vibrations.push(String(given?.['type'] ?? 'short'));
        return {};
      }),
    vibrateLong: (given: Given) =>
      answering.answer('vibrateLong', given, () => {
        record.vibrations.push('long');
        return {};
      }),
    getRandomValues: (given: Given) =>
      answering.answer('getRandomValues', given, () => ({
        randomValues: randomFillSync(new Uint8Array(Number(given['length']))),
      })),
  };
}
