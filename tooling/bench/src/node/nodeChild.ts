import { readFileSync } from 'node:fs';
import { createNodeHarness } from './nodeHarness.js';
import type { FrameFile, NodeAnswer, NodeMemory, NodeRequest } from './messages.js';

// The program of the Node row's process: answers calls over IPC until its parent lets go of it.
const [listPath = ''] = process.argv.slice(2);
const harness = createNodeHarness(JSON.parse(readFileSync(listPath, 'utf8')) as FrameFile[]);

function memory(): NodeMemory {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { heapBytes: heapUsed, rssBytes: rss };
}

function call({ method, args: [first = 0, second = 0] }: NodeRequest): unknown {
  switch (method) {
    case 'keepFrames':
      return harness.keepFrames(first);
    case 'start':
      return harness.start();
    case 'block':
      return harness.block(first, second);
    case 'session':
      return harness.session(first);
    case 'tensors':
      return harness.tensors();
    case 'memory':
      return memory();
  }
}

process.on('message', (request: NodeRequest) => {
  const answer = (content: Omit<NodeAnswer, 'id'>): void => {
    process.send?.({ id: request.id, ...content });
  };
  Promise.resolve()
    .then(() => call(request))
    .then(
      (result) => answer({ result }),
      (error: unknown) => answer({ error: String(error) }),
    );
});
process.once('disconnect', () => process.exit(0));
