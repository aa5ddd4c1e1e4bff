Page({
  start() {
    wx.navigateTo({ url: '/pages/consent/index' });
  },
});
