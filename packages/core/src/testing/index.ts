export { createFakeFrameSource } from './fakeFrameSource.js';
export type { FakeFrameSource, FakeFrameSourceOptions } from './fakeFrameSource.js';
export { frameSourceContract } from './frameSourceContract.js';
export type {
  ContractExpectation,
  ContractRunner,
  FrameSourceHarness,
  OptionalMove,
} from './frameSourceContract.js';
