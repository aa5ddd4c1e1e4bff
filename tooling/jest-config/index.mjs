import { fileURLToPath } from 'node:url';
import { createRequire } from 'node:module';

const here = fileURLToPath(new URL('.', import.meta.url));
const require = createRequire(import.meta.url);

/**
 * The jest configuration that every package shares: ESM TypeScript through swc, workspace packages resolved to
 * their sources so that no build is needed before a unit test, and one JSON report a package, from which the
 * closing line of the whole run is counted.
 *
 * @param {{packageName: string, testTimeout?: number, overrides?: object}} options
 */
export function jestConfig({ packageName, testTimeout = 20000, overrides = {} }) {
  return {
    displayName: packageName,
    testEnvironment: 'node',
    testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
    extensionsToTreatAsEsm: ['.ts'],
    transform: {
      '^.+\\.ts$': [
        require.resolve('@swc/jest'),
        {
          jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
          module: { type: 'es6' },
        },
      ],
    },
    moduleNameMapper: {
      '^(\\.{1,2}/.*)\\.js$': '$1',
      // The official packages import the MediaPipe runtimes even when only their TF.js runtime is used.
      '^@mediapipe/face_(mesh|detection)$': `${here}stubMediapipe.cjs`,
      '^@huoti/privacy/zh-en$': `${here}../../packages/privacy/src/zhEn/index.ts`,
      '^@huoti/protocol/bridge$': `${here}../../packages/protocol/src/bridge/index.ts`,
      '^@huoti/adapter-browser/frames$': `${here}../../packages/adapter-browser/src/frames/index.ts`,
      '^@huoti/adapter-webview/(host|testing)$': `${here}../../packages/adapter-webview/src/$1/index.ts`,
      '^@huoti/adapter-wechat/testing$': `${here}../../packages/adapter-wechat/src/testing/index.ts`,
      '^@huoti/server/testing$': `${here}../../packages/server/src/testing/index.ts`,
      '^@huoti/core/testing$': `${here}../../packages/core/src/testing/index.ts`,
      '^@huoti/core/vision/tfjs$': `${here}../../packages/core/src/vision/tfjs/index.ts`,
      '^@huoti/embedder/testing$': `${here}../../packages/embedder/src/testing/index.ts`,
      '^@huoti/models/(passive|recognition)$': `${here}../../packages/models/src/$1.ts`,
      '^@huoti/models/node$': `${here}../../packages/models/src/node.ts`,
      '^@huoti/(protocol|privacy|core|models|ui|ui-browser|adapter-browser|adapter-webview|adapter-wechat|ui-taro|cli|embedder|server|client)$': `${here}../../packages/$1/src/index.ts`,
      '^@huoti/(actor|model-convert|bench|checks|eval|proofs|wx-host)$': `${here}../$1/src/index.ts`,
      '^@huoti/liveness-server$': `${here}../../apps/liveness-server/src/index.ts`,
    },
    testTimeout,
    ...overrides,
  };
}
