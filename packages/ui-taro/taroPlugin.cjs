/** What a screen reader reads; Taro's templates pass on none of it. Alipay has `role` for `aria-role`. */
const SPOKEN = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-live': '',
  'aria-atomic': '',
  'aria-checked': '',
};

/** Douyin documents these of its camera, and Taro's template for it leaves them out. */
const DOUYIN_CAMERA = { 'frame-size': "'medium'", resolution: "'medium'", bindInitDone: '' };

/**
 * A plugin for a Taro build that shows `@huoti/ui-taro`: completes the templates by what its components set.
 *
 * @example plugins: [require.resolve('@huoti/ui-taro/taro-plugin')]
 * @param {any} ctx Taro's plugin context
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    /** @param {any} platform */
    fn(platform) {
      const spoken = platform.platform === 'alipay' ? { ...SPOKEN, role: '' } : SPOKEN;
      platform.template.mergeComponents(platform.ctx, {
        View: spoken,
        Text: spoken,
        Button: spoken,
        ...(platform.platform === 'tt' ? { Camera: DOUYIN_CAMERA } : {}),
      });
    },
  });
};
