import type { ApiMembers, HostCore } from '../HostCore.js';

/** What the device and the app say of themselves. Every property that is read is recorded. */
export function factsApi(core: HostCore): ApiMembers {
  const { realm, record, facts, answering, permission } = core;

  const watched = (api: string, values: object): unknown => {
    const own = realm.expose(values) as object;
    return realm.watch(own, (name) => record.factsRead.add(`${api}.${name}`));
  };

  const device = (): object => ({
    brand: facts.brand,
    model: facts.model,
    system: facts.system,
    platform: facts.platform,
    abi: 'arm64-v8a',
    benchmarkLevel: 30,
    memorySize: 8192,
    cpuType: 'unknown',
  });
  const app = (): object => ({
    SDKVersion: facts.SDKVersion,
    version: facts.version,
    language: facts.language,
    theme: facts.theme,
    enableDebug: false,
    host: { env: 'WeChat' },
    fontSizeSetting: 16,
  });
  const area = (): object => ({
    left: 0,
    right: facts.windowWidth,
    top: 20,
    bottom: facts.windowHeight,
    width: facts.windowWidth,
    height: facts.windowHeight - 20,
  });
  const window = (): object => ({
    pixelRatio: facts.pixelRatio,
    screenWidth: facts.windowWidth,
    screenHeight: facts.windowHeight,
    windowWidth: facts.windowWidth,
    windowHeight: facts.windowHeight,
    statusBarHeight: 20,
    screenTop: 0,
    safeArea: area(),
  });
  const all = (): object => ({
    ...device(),
    ...app(),
    ...window(),
    cameraAuthorized: permission.script.scope,
  });
  const launch = { path: '', query: {}, scene: 1001, referrerInfo: {}, apiCategory: 'default' };
  /** Of an answer that comes later everything counts as read. */
  const whole = (api: string, options: unknown): unknown => {
    const told = { ...all() };
    for (const name of Object.keys(told)) record.factsRead.add(`${api}.${name}`);
    return answering.answer(api, options, () => told);
  };
  const authorized = (): string => {
    const { scope } = permission.script;
    return scope === undefined ? 'not determined' : scope ? 'authorized' : 'denied';
  };

  return {
    getDeviceInfo: () => watched('getDeviceInfo', device()),
    getAppBaseInfo: () => watched('getAppBaseInfo', app()),
    getWindowInfo: () => watched('getWindowInfo', window()),
    getSystemInfoSync: () => watched('getSystemInfoSync', all()),
    getSystemInfo: (options: unknown) => whole('getSystemInfo', options),
    getSystemInfoAsync: (options: unknown) => whole('getSystemInfoAsync', options),
    getSystemSetting: () =>
      watched('getSystemSetting', {
        bluetoothEnabled: false,
        locationEnabled: false,
        wifiEnabled: true,
        deviceOrientation: 'portrait',
      }),
    getAppAuthorizeSetting: () =>
      watched('getAppAuthorizeSetting', { cameraAuthorized: authorized(), microphoneAuthorized: 'denied' }),
    getAccountInfoSync: () =>
      watched('getAccountInfoSync', {
        miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
      }),
    getNetworkType: (options: unknown) => {
      record.factsRead.add('getNetworkType.networkType');
      return answering.answer('getNetworkType', options, () => ({ networkType: facts.networkType }));
    },
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getMenuButtonBoundingClientRect: () => ({
      width: 87,
      height: 32,
      top: 24,
      right: facts.windowWidth - 7,
      bottom: 56,
      left: facts.windowWidth - 94,
    }),
  };
}
