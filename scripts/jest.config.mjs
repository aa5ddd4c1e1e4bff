import { jestConfig } from '@huoti/jest-config';

export default jestConfig({
  packageName: '@huoti/scripts',
  overrides: { testMatch: ['<rootDir>/{lib,commands}/**/*.test.ts'] },
});
