import { auditContract } from './contracts/auditContract.js';
import { countingContract } from './contracts/countingContract.js';
import type { ContractRunner } from './contracts/ContractRunner.js';
import { evidenceContract } from './contracts/evidenceContract.js';
import { keepingContract } from './contracts/keepingContract.js';
import { privacyContract } from './contracts/privacyContract.js';
import { serviceContract } from './contracts/serviceContract.js';
import { sessionContract } from './contracts/sessionContract.js';
import type { StoreHarness, StoreTest } from './contracts/StoreHarness.js';
import { transactionContract } from './contracts/transactionContract.js';

/**
 * What every store has to keep, as tests: run on the one in memory and on each database, so that what is tested in memory
 * holds on disk.
 *
 * @param name of the store, for the titles
 * @param createHarness an empty store for each test
 * @param runner `{describe, it, expect}` of jest or vitest
 * @example storeContract('memory', () => createMemoryHarness(), { describe, it, expect });
 */
export function storeContract(
  name: string,
  createHarness: () => StoreHarness | Promise<StoreHarness>,
  { describe, it, expect }: ContractRunner,
): void {
  const test: StoreTest = (title, body) =>
    it(title, async () => {
      const harness = await createHarness();
      try {
        await body(harness);
      } finally {
        await harness.dispose?.();
      }
    });
  describe(`store contract: ${name}`, () => {
    describe('sessions', () => sessionContract({ test, expect }));
    describe('evidence', () => evidenceContract({ test, expect }));
    describe('counting and keys', () => countingContract({ test, expect }));
    describe('service', () => serviceContract({ test, expect }));
    describe('people', () => privacyContract({ test, expect }));
    describe('keeping', () => keepingContract({ test, expect }));
    describe('audit log', () => auditContract({ test, expect }));
    describe('transactions', () => transactionContract({ test, expect }));
  });
}
