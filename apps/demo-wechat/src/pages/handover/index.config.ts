export default definePageConfig({ navigationBarTitleText: '活体检测', disableScroll: true });
