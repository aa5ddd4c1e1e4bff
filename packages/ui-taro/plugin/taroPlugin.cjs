const missing = require('./taroComponents.json');

/**
 * A plugin for a Taro build that shows `@huoti/ui-taro`: adds to Taro's table of components what it lacks of each platform. That is
 * what a screen reader reads (Alipay has `role` for `aria-role`), and of Douyin's camera and buttons what its pages document. The
 * templates are written by that table and the runtime names properties by it, so that both get the same: else one property is shown
 * as another.
 *
 * @example plugins: [require.resolve('@huoti/ui-taro/taro-plugin')]
 * @param {any} ctx Taro's plugin context
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    /** @param {any} platform */
    fn(platform) {
      platform.template.mergeComponents(platform.ctx, missing[platform.platform] ?? {});
      platform.runtimePath = [].concat(platform.runtimePath ?? [], require.resolve('./taroRuntime.js'));
    },
  });
};
