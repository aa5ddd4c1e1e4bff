import { jestConfig } from '@huoti/jest-config';

export default jestConfig({ packageName: '@huoti/privacy' });
