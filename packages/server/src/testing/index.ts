export { createManualTime, type ManualTime } from './createManualTime.js';
export { createMemoryBlobStore, type MemoryBlobStore } from './createMemoryBlobStore.js';
export { createMemoryStore, type MemoryStore } from './createMemoryStore.js';
export type { MemoryJob } from './MemoryJob.js';
export type { MemoryTables } from './createMemoryTables.js';
export { createTestContext, type TestContext, type TestContextOptions } from './createTestContext.js';
export { createTestMasterKeys } from './createTestMasterKeys.js';
