import { createRequire } from 'node:module';
import { jestConfig } from '@huoti/jest-config';

const shared = jestConfig({ packageName: '@huoti/ui-taro' });
const require = createRequire(import.meta.resolve('@huoti/jest-config'));

/** The components of the platform are host elements here, and Taro is a small platform that a test acts on. */
export default {
  ...shared,
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}', '<rootDir>/test/**/*.test.{ts,tsx}'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      require.resolve('@swc/jest'),
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    ...shared.moduleNameMapper,
    '^@tarojs/components$': '<rootDir>/test/harness/components.ts',
    '^@tarojs/taro$': '<rootDir>/test/harness/taro.ts',
  },
};
