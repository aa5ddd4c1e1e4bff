import { HuotiError } from '@huoti/protocol';
import type { ServerContext } from '../context/ServerContext.js';

/** The same context whose n-th call of a store is the last: the process is killed there. */
export function dyingContext(context: ServerContext, calls: number): ServerContext {
  let left = calls;
  const live = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left <= 0) throw new HuotiError('HOST_ERROR', 'killed');
    left -= 1;
    return work();
  };
  const { store, blobs } = context;
  return {
    ...context,
    store: { specificationVersion: 'v1', transaction: (work) => live(() => store.transaction(work)) },
    blobs: {
      specificationVersion: 'v1',
      put: (...args) => live(() => blobs.put(...args)),
      get: (...args) => live(() => blobs.get(...args)),
      delete: (...args) => live(() => blobs.delete(...args)),
      listBefore: (...args) => live(() => blobs.listBefore(...args)),
    },
  };
}
