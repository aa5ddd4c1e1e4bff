import { useEffect } from 'react';

type Listener = () => void;
interface PrivacyAnswer {
  readonly event: 'agree' | 'disagree';
  readonly buttonId?: string;
}
type PrivacyListener = (resolve: (answer: PrivacyAnswer) => void) => void;

const hidden = new Set<Listener>();
const shown = new Set<Listener>();
const ticks: Listener[] = [];

/** What a test does to the platform, and what it learns of it. */
export const platform = {
  window: { windowWidth: 375, windowHeight: 667 } as Record<string, unknown>,
  app: { language: 'zh_CN', fontSizeSetting: 17 } as Record<string, unknown>,
  vibrations: [] as string[],
  settings: null as { authSetting: Record<string, boolean> } | null,
  env: 'WEAPP',
  privacy: null as PrivacyListener | null,
  /** The view layer answers when a test says so. */
  holdsTicks: false,
  tick(): void {
    for (const told of ticks.splice(0)) told();
  },
  hide(): void {
    for (const told of hidden) told();
  },
  show(): void {
    for (const told of shown) told();
  },
};

function usePageEvent(listeners: Set<Listener>, listener: Listener): void {
  useEffect(() => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  });
}

const useDidHide = (listener: Listener): void => usePageEvent(hidden, listener);
const useDidShow = (listener: Listener): void => usePageEvent(shown, listener);

const Taro = {
  useDidHide,
  useDidShow,
  ENV_TYPE: { WEAPP: 'WEAPP', ALIPAY: 'ALIPAY', TT: 'TT' },
  getEnv: () => platform.env,
  getWindowInfo: () => platform.window,
  getAppBaseInfo: () => platform.app,
  nextTick: (told: Listener) => {
    if (platform.holdsTicks) ticks.push(told);
    else told();
  },
  vibrateShort: ({ type }: { type: string }) => {
    platform.vibrations.push(type);
    return Promise.resolve();
  },
  openSetting: () =>
    platform.settings === null ? Promise.reject(new Error('left')) : Promise.resolve(platform.settings),
  onNeedPrivacyAuthorization: (listener: PrivacyListener) => {
    platform.privacy = listener;
  },
  openPrivacyContract: () => undefined,
};

// As the real module has it.
// eslint-disable-next-line no-restricted-syntax
export default Taro;
