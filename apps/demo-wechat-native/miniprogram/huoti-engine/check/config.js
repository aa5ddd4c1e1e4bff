// 由运营方决定的内容。
module.exports = {
  // 不使用屏幕闪光；改为 'default' 需要给 createMiniProgramHost 传入 light。
  policy: 'no-light',
  // 不填则每次随机抽取动作；只有在动作事先已知时（例如播放录像的测试）才写明。
  actions: undefined,
  // 各机型画面是否镜像没有文档说明；确认之前不区分左右。
  mirrored: 'unknown',
};
