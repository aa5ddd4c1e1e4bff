import { jestConfig } from '@huoti/jest-config';

export default jestConfig({
  packageName: '@huoti/checks',
  // Reference hosts are no packages: what they import is found beside the checks.
  overrides: { modulePaths: ['<rootDir>/node_modules'] },
});
