import type { Jobs, Store } from '../../ports/Store.js';
import type { ContractRunner } from './ContractRunner.js';

/** An empty store under test. */
export interface StoreHarness {
  readonly store: Store;
  /** Jobs that wait, oldest first. */
  waitingJobs(): Promise<readonly { readonly name: keyof Jobs; readonly data: unknown }[]>;
  /** Frees what the harness itself holds. */
  dispose?(): Promise<void>;
}

/** Registers one test on a fresh, empty store. */
export type StoreTest = (title: string, body: (harness: StoreHarness) => Promise<void>) => void;

/** What each part of the contract is given. */
export interface StoreSuite {
  readonly test: StoreTest;
  readonly expect: ContractRunner['expect'];
}
