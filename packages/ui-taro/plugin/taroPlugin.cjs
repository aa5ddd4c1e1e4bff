const missing = require('./taroComponents.json');

/**
 * A plugin for a Taro build that shows `@huoti/ui-taro`: adds to Taro's table of components what it lacks of each platform. That is
 * what a screen reader reads (Alipay has `role` for `aria-role`), and of Douyin's camera and buttons what its pages document. The
 * templates are written by that table and the runtime names properties by it, so that both get the same: else one property is shown
 * as another. And it puts the one name into the build that the libraries of the notice need and old phones lack, and
 * leaves out the notices in languages that the screens do not have: `{ notices: 'all' }` keeps them.
 *
 * @example plugins: [require.resolve('@huoti/ui-taro/taro-plugin')]
 * @param {any} ctx Taro's plugin context
 * @param {{ readonly notices?: 'zh-en' | 'all' }} [options] default: `zh-en`
 */
module.exports = (ctx, { notices = 'zh-en' } = {}) => {
  ctx.modifyWebpackChain(
    /** @param {any} build */
    ({ chain, webpack }) => {
      // A library for hashes asks for it as soon as it is loaded. DefinePlugin leaves calls as they are.
      chain
        .plugin('huotiOldPhones')
        .use(webpack.ProvidePlugin, [{ 'Object.hasOwn': require.resolve('./hasOwn.cjs') }]);
      if (notices === 'zh-en') chain.resolve.alias.set('@huoti/privacy$', '@huoti/privacy/zh-en');
    },
  );
  ctx.registerMethod({
    name: 'onSetupClose',
    /** @param {any} platform */
    fn(platform) {
      platform.template.mergeComponents(platform.ctx, missing[platform.platform] ?? {});
      platform.runtimePath = [].concat(platform.runtimePath ?? [], require.resolve('./taroRuntime.js'));
    },
  });
};
