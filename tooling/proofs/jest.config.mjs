import { jestConfig } from '@huoti/jest-config';

export default jestConfig({ packageName: '@huoti/proofs', testTimeout: 240_000 });
