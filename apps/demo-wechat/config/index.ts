import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const root = path.resolve(__dirname, '..');

/** Empty: the demo's own build, in which a developer may try all modes. */
const mode = process.env.HUOTI_MODE ?? '';
const backendUrl = (process.env.HUOTI_BACKEND_URL ?? '').replace(/\/+$/, '');
if (!['', 'local', 'native', 'web-view'].includes(mode))
  throw new Error(`HUOTI_MODE is ${mode}: it has to be local, native or web-view`);
if (mode === 'native' && process.env.TARO_ENV !== 'weapp')
  throw new Error('HUOTI_MODE=native is for WeChat alone: build with weapp, or choose another mode');
if ((mode === 'native' || mode === 'web-view') && backendUrl === '')
  throw new Error(`HUOTI_MODE=${mode} needs HUOTI_BACKEND_URL, the address of your backend`);
// A JSON that scripts/build.mjs has checked.
const deployment = process.env.HUOTI_DEPLOYMENT_JSON ?? '';
if (deployment === '')
  throw new Error('build with node scripts/build.mjs: it reads HUOTI_PRIVACY_FILE and checks it');

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
  // Chinese as it is written: escaped, each letter would take six bytes of a package instead of three.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  defineConstants: {
    HUOTI_MODE: JSON.stringify(mode),
    HUOTI_BACKEND_URL: JSON.stringify(backendUrl),
    HUOTI_DEPLOYMENT: deployment,
  },
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
