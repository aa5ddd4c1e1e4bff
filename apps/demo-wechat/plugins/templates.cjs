module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      const aria = {
        'aria-role': '',
        'aria-label': '',
        'aria-hidden': '',
        'aria-live': '',
        'aria-atomic': '',
        'aria-checked': '',
        'aria-disabled': '',
      };
      const { template } = platform;
      template.mergeComponents(ctx, { View: aria, Text: aria, Button: aria });
      if (platform.platform === 'tt') {
        template.mergeComponents(ctx, {
          Camera: { 'frame-size': "'medium'", resolution: "'medium'", bindInitDone: '' },
        });
      }
    },
  });
};
