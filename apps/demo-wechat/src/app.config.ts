/** The texts of the platform's own windows are Chinese: it takes one language. */
export default defineAppConfig({
  pages: ['pages/index/index', 'pages/consent/index', 'pages/handover/index', 'pages/web-view/index'],
  subPackages: [
    // The engine is in this one and in no other.
    { root: 'huoti', pages: ['pages/live/index', 'pages/diagnostics/index'] },
    // Weights alone; a subpackage needs a page, and nobody opens these.
    { root: 'huoti-weights-a', pages: ['stub/index'] },
    { root: 'huoti-weights-b', pages: ['stub/index'] },
  ],
  // No page of the main package preloads: the engine and its models are fetched for a person who has agreed. What the pages of one package
  // preload may be 2 MB together: half of the weights from the check, and the rest when the engine asks for it.
  preloadRule: {
    'huoti/pages/live/index': { network: 'all', packages: ['huoti-weights-a'] },
  },
  // A folder of its own kind: otherwise its 0.6 MB would count as the main package.
  ...(process.env.TARO_ENV === 'weapp' ? { workers: { path: 'workers', isSubpackage: true } as never } : {}),
  permission: { 'scope.camera': { desc: '用于确认是您本人在操作，图像不会离开您的设备' } },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '活体检测',
    navigationBarBackgroundColor: '@navigation',
    navigationBarTextStyle: '@navigationText' as never,
    backgroundColor: '@background',
    backgroundTextStyle: '@pull' as never,
  },
});
