import type { MiniProgramApi } from '@huoti/adapter-wechat/miniprogram';

/** What the check uses and an old version may lack. */
const OPTIONAL: readonly (keyof MiniProgramApi)[] = [
  'getDeviceInfo',
  'getAppBaseInfo',
  'getSetting',
  'authorize',
  'openSetting',
  'getPrivacySetting',
  'requirePrivacyAuthorize',
  'createWorker',
  'createVKSession',
  'getRandomValues',
  'request',
  'setScreenBrightness',
  'getScreenBrightness',
  'setKeepScreenOn',
  'vibrateShort',
  'onAppHide',
  'onMemoryWarning',
  'onAudioInterruptionBegin',
  'checkIsSupportFacialRecognition',
  'requestFacialVerify',
];

/** Which of them are there. None is called. */
export function listCalls(api: MiniProgramApi): Readonly<Record<string, boolean>> {
  const found = Object.fromEntries(OPTIONAL.map((name) => [name, typeof api[name] === 'function']));
  return {
    ...found,
    readCompressedFile: typeof api.getFileSystemManager().readCompressedFile === 'function',
  };
}
