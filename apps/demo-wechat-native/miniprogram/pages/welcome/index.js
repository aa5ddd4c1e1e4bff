Page({
  start() {
    wx.navigateTo({ url: '/huoti-engine/check/index' });
  },
});
