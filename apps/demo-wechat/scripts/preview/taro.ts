/** The little of Taro that the screens ask for, in a browser's window. */
const Taro = {
  useDidHide: (): void => undefined,
  useDidShow: (): void => undefined,
  ENV_TYPE: { ALIPAY: 'ALIPAY' },
  getEnv: () => 'WEAPP',
  getWindowInfo: () => ({ windowWidth: innerWidth, windowHeight: innerHeight }),
  getAppBaseInfo: () => ({
    fontSizeSetting: Number(new URLSearchParams(location.search).get('text') ?? 17),
  }),
  nextTick: (told: () => void) => requestAnimationFrame(told),
  onNeedPrivacyAuthorization: (asked: (resolve: () => void) => void) => {
    if (location.search.includes('privacy')) setTimeout(() => asked(() => undefined), 100);
  },
};

export default Taro;
