import { AsyncLocalStorage } from 'node:async_hooks';
import { HuotiError } from '@huoti/protocol';

/** Set while the code of a transaction runs; closed when it ends, so that a timer it left behind is not caught by it. */
const scopes = new AsyncLocalStorage<{ open: boolean }>();

/** Runs the code of a transaction so that {@link refuseInsideTransaction} knows it. */
export function runTransactionScope<T>(work: () => Promise<T>): Promise<T> {
  const scope = { open: true };
  return scopes.run(scope, async () => {
    try {
      return await work();
    } finally {
      scope.open = false;
    }
  });
}

/**
 * Refuses a second connection to code inside of a transaction. The embedded database has one session only, so that code would
 * wait for itself for ever; with a pool it would do so as soon as the pool is empty.
 *
 * @throws HuotiError INVALID_ARGUMENT
 */
export function refuseInsideTransaction(): void {
  if (scopes.getStore()?.open === true) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      'a query outside of the transaction was made by the code inside of it: use what the transaction hands in',
    );
  }
}
