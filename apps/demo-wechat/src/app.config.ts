export default defineAppConfig({
  pages: ['pages/index/index', 'pages/web-view/index'],
  subPackages: [{ root: 'huoti', pages: ['pages/live/index', 'pages/diagnostics/index'] }],
  preloadRule: { 'pages/index/index': { network: 'all', packages: ['huoti'] } },
  permission: { 'scope.camera': { desc: '用于确认是您本人在操作' } },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  window: { navigationBarTitleText: '活体检测' },
});
