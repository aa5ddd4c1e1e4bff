import { jestConfig } from '@huoti/jest-config';

export default jestConfig({ packageName: '@huoti/demo-wechat', testTimeout: 60000 });
