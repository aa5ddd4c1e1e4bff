import type { BlobStore } from '../ports/BlobStore.js';
import type { ContractRunner } from './contracts/ContractRunner.js';
import { outcomeOf } from './contracts/outcomeOf.js';

/** An empty blob store under test. */
export interface BlobStoreHarness {
  readonly blobs: BlobStore;
  /** Lets the store's clock go on; gives a time after everything that was written and before all that follows, ms since 1970. */
  passTime(): Promise<number>;
  /** Frees what the harness itself holds. */
  dispose?(): Promise<void>;
}

/** A promise that a stand-in of a real store may be unable to keep. */
export type BlobStorePromise = 'whole-while-writing';

/** The largest that is ever stored is a sealed part: some 256 KB. */
const LARGE = 1024 * 1024;
const WRITES_AT_ONCE = 20;

const keyOf = (name: string): string => name.padEnd(22, '_');
const bytesOf = (length: number, seed = 7): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * seed + (at >> 8)) % 256);
/** By hand: a test runner's own comparison takes seconds for a million bytes. */
const isEqual = (a: Uint8Array | null, b: Uint8Array): boolean =>
  a !== null && a.length === b.length && a.every((byte, at) => byte === b[at]);

/**
 * What every blob store has to keep, as tests.
 *
 * @param name of the store, for the titles
 * @param createHarness an empty store for each test
 * @param runner `{describe, it, expect}` of jest or vitest
 * @param lacks promises that a stand-in can't keep; their tests are left out
 * @example blobStoreContract('memory', () => createMemoryHarness(), { describe, it, expect });
 */
export function blobStoreContract(
  name: string,
  createHarness: () => BlobStoreHarness | Promise<BlobStoreHarness>,
  { describe, it, expect }: ContractRunner,
  { lacks = [] }: { lacks?: readonly BlobStorePromise[] } = {},
): void {
  const test = (title: string, body: (harness: BlobStoreHarness) => Promise<void>): void =>
    it(title, async () => {
      const harness = await createHarness();
      try {
        await body(harness);
      } finally {
        await harness.dispose?.();
      }
    });

  describe(`blob store contract: ${name}`, () => {
    test('bytes come back as they went in, none and many', async ({ blobs }) => {
      for (const length of [0, 1, 256, LARGE]) {
        const key = keyOf(`b${String(length)}`);
        await blobs.put(key, bytesOf(length));
        expect(isEqual(await blobs.get(key), bytesOf(length))).toBe(true);
      }
    });

    test('what a caller does to its bytes later changes nothing', async ({ blobs }) => {
      const bytes = bytesOf(64);
      await blobs.put(keyOf('a'), bytes);
      bytes.fill(0);
      (await blobs.get(keyOf('a')))?.fill(1);
      expect(await blobs.get(keyOf('a'))).toEqual(bytesOf(64));
    });

    test('there is nothing at a key that was never written, or deleted, even twice', async ({ blobs }) => {
      expect(await blobs.get(keyOf('never'))).toBe(null);
      await blobs.put(keyOf('a'), bytesOf(3));
      await blobs.put(keyOf('b'), bytesOf(4));
      await blobs.delete(keyOf('a'));
      await blobs.delete(keyOf('a'));
      await blobs.delete(keyOf('never'));
      expect(await blobs.get(keyOf('a'))).toBe(null);
      expect((await blobs.get(keyOf('b')))?.length).toBe(4);
    });

    test('a second write to a key replaces the first one whole', async ({ blobs }) => {
      await blobs.put(keyOf('a'), bytesOf(5000));
      await blobs.put(keyOf('a'), bytesOf(10, 3));
      expect(await blobs.get(keyOf('a'))).toEqual(bytesOf(10, 3));
    });

    test('keys are listed in order, by age, so many at a time', async (harness) => {
      const { blobs } = harness;
      for (const letter of ['c', 'a', 'B', 'd']) await blobs.put(keyOf(letter), bytesOf(2));
      const between = await harness.passTime();
      await blobs.put(keyOf('aa'), bytesOf(2));
      const old = await blobs.listBefore(between, 9);
      expect([...old]).toEqual(['B', 'a', 'c', 'd'].map(keyOf));
      expect([...(await blobs.listBefore(between, 2))]).toEqual(['B', 'a'].map(keyOf));
      expect([...(await blobs.listBefore(between, 2, keyOf('a')))]).toEqual(['c', 'd'].map(keyOf));
      expect([...(await blobs.listBefore(between, 2, keyOf('d')))]).toEqual([]);
      expect([...(await blobs.listBefore(1, 9))]).toEqual([]);
      const all = await blobs.listBefore(await harness.passTime(), 9);
      expect([...all]).toEqual(
        ['B', 'a', 'aa', 'c', 'd'].sort((x, y) => (keyOf(x) < keyOf(y) ? -1 : 1)).map(keyOf),
      );
    });

    test('an aborted call is refused and writes nothing', async ({ blobs }) => {
      await blobs.put(keyOf('kept'), bytesOf(3));
      const abort = new AbortController();
      abort.abort();
      const options = { signal: abort.signal };
      expect(await outcomeOf(blobs.put(keyOf('a'), bytesOf(9), options))).toBe('ABORTED');
      expect(await outcomeOf(blobs.get(keyOf('kept'), options))).toBe('ABORTED');
      expect(await outcomeOf(blobs.delete(keyOf('kept'), options))).toBe('ABORTED');
      expect(await blobs.get(keyOf('a'))).toBe(null);
      expect(await blobs.get(keyOf('kept'))).toEqual(bytesOf(3));
    });

    test(`${String(WRITES_AT_ONCE)} writes at once all arrive`, async ({ blobs }) => {
      const lengths = Array.from({ length: WRITES_AT_ONCE }, (_, at) => at * 100);
      await Promise.all(lengths.map((length) => blobs.put(keyOf(`n${String(length)}`), bytesOf(length))));
      for (const length of lengths) {
        expect(await blobs.get(keyOf(`n${String(length)}`))).toEqual(bytesOf(length));
      }
    });

    if (lacks.includes('whole-while-writing')) return;
    test('whoever reads during a write sees nothing or all of it', async ({ blobs }) => {
      let isWriting = true;
      const writing = blobs.put(keyOf('a'), bytesOf(LARGE)).finally(() => {
        isWriting = false;
      });
      const seen = new Set<number>();
      do {
        seen.add((await blobs.get(keyOf('a')))?.length ?? -1);
      } while (isWriting);
      await writing;
      expect([...seen].filter((length) => length !== -1 && length !== LARGE)).toEqual([]);
      expect((await blobs.get(keyOf('a')))?.length).toBe(LARGE);
    });
  });
}
