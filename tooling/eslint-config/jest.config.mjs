import { jestConfig } from '@huoti/jest-config';

export default jestConfig({
  packageName: '@huoti/eslint-config',
  overrides: { testMatch: ['<rootDir>/*.test.ts', '<rootDir>/rules/**/*.test.ts'] },
});
