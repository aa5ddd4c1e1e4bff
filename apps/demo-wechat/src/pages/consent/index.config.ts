export default definePageConfig({ navigationBarTitleText: '活体检测' });
