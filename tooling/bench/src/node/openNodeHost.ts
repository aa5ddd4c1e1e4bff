import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Host } from '../measure/Host.js';
import type { BlockSample, StartSample } from '../page/BenchPage.js';
import type { NodeAnswer, NodeMemory, NodeMethod } from './messages.js';

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** Starts a process of its own for huoti in Node. */
export function openNodeHost(frameListPath: string): Promise<Host> {
  const child = fork(fileURLToPath(new URL('./nodeChild.js', import.meta.url)), [frameListPath], {
    execArgv: ['--expose-gc'],
  });
  const waiting = new Map<number, Waiting>();
  let nextId = 0;
  child.on('message', ({ id, result, error }: NodeAnswer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(result);
    else one?.reject(new TypeError(error));
  });
  const exited = new Promise<void>((resolve) =>
    child.once('exit', (code) => {
      for (const { reject } of waiting.values())
        reject(new TypeError(`the Node engine's process ended, exit code ${code}`));
      resolve();
    }),
  );
  const call = <T>(method: NodeMethod, ...args: number[]): Promise<T> =>
    new Promise<unknown>((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      child.send({ id, method, args });
    }) as Promise<T>;

  return Promise.resolve({
    keepFrames: (count) => call<void>('keepFrames', count),
    start: () => call<StartSample>('start'),
    block: (from, count) => call<BlockSample>('block', from, count),
    session: (count) => call<void>('session', count),
    tensors: () => call<number | null>('tensors'),
    async memory() {
      const memory = await call<NodeMemory>('memory');
      return { ...memory, gpuRssBytes: null, workerCount: 0 };
    },
    async close() {
      if (child.connected) child.disconnect();
      await exited;
    },
  });
}
