export { createFakeMiniProgram } from './createFakeMiniProgram.js';
export type { FakeMiniProgramOptions } from './createFakeMiniProgram.js';
export type { FakeBehaviour, FakeFrame, FakeMiniProgram, FakePage, FakeRequest } from './FakeMiniProgram.js';
