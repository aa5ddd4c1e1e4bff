import { createMemoryBlobStore } from './createMemoryBlobStore.js';
import { createMemoryStore } from './createMemoryStore.js';
import type { TestContext } from './createTestContext.js';

/** The same context with stores of its own that begin as those stand: a test that tries many ends begins each from one beginning. */
export async function forkContext(context: TestContext): Promise<TestContext> {
  const blobs = createMemoryBlobStore({ time: context.time });
  for (const [key, { bytes }] of context.blobs.blobs) await blobs.put(key, bytes);
  return { ...context, store: createMemoryStore({ from: context.store.tables }), blobs };
}
