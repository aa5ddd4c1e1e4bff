export { createFakeFrameSource } from './fakeFrameSource.js';
export type { FakeFrameSource, FakeFrameSourceOptions } from './fakeFrameSource.js';
export { frameSourceContract } from './frameSourceContract.js';
export type {
  ContractExpectation,
  ContractRunner,
  FrameSourceHarness,
  OptionalMove,
} from './frameSourceContract.js';
export { createFakeLandmarker } from './fakeLandmarker.js';
export type { FakeLandmarker, FakeLandmarkerOptions } from './fakeLandmarker.js';
export { createManualClock } from './manualClock.js';
export type { ManualClock } from './manualClock.js';
export { createSeededRandom } from './seededRandom.js';
