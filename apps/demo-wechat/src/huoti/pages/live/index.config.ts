/** The check fills the screen, so that all of the glass can light a face; Alipay has no such page, and keeps its bar. */
export default definePageConfig({
  navigationBarTitleText: '活体检测',
  disableScroll: true,
  ...(process.env.TARO_ENV === 'alipay' ? {} : { navigationStyle: 'custom' as const }),
});
