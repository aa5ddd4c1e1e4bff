import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const root = path.resolve(__dirname, '..');

export default defineConfig<'webpack5'>({
  projectName: 'huoti',
  designWidth: 750,
  deviceRatio: { 750: 1 },
  sourceRoot: 'src',
  // scripts/build.mjs builds beside, and puts a whole build in the place of the last one.
  outputRoot: process.env.HUOTI_BUILD_FOLDER ?? `dist/${process.env.TARO_ENV ?? 'weapp'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [require.resolve('@huoti/ui-taro/taro-plugin')],
  cache: { enable: false },
  defineConstants: { HUOTI_WEB_VIEW_URL: JSON.stringify(process.env.HUOTI_WEB_VIEW_URL ?? '') },
  mini: {
    // px is px: the oval is computed from the window's size, and text grows with the system's font size.
    postcss: { pxtransform: { enable: false, config: {} } },
    // The engine is used by one subpackage only and has to stay out of the main package.
    optimizeMainPackage: { enable: true },
    webpackChain(chain) {
      // Sources name each other as the compiled packages do.
      chain.resolve.set('extensionAlias', { '.js': ['.ts', '.tsx', '.js'] });
      // Components of a linked package are drawn by this app's Taro and React, and by no second copy of them.
      chain.resolve.modules.add(path.join(root, 'node_modules')).add('node_modules');
    },
  },
});
