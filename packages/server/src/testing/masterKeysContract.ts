import type { MasterKeys } from '../ports/MasterKeys.js';
import type { ContractRunner } from './contracts/ContractRunner.js';
import { outcomeOf } from './contracts/outcomeOf.js';

/** Master keys under test: before and after a rotation. */
export interface MasterKeysHarness {
  readonly keys: MasterKeys;
  /** Another key wraps from now on; the older one still opens. */
  rotate(): Promise<MasterKeys>;
  /** Frees what the harness itself holds. */
  dispose?(): Promise<void>;
}

const dataKey = (): Uint8Array => Uint8Array.from({ length: 32 }, (_, at) => at * 7);

/**
 * What all master keys have to keep, as tests.
 *
 * @param name of the kind, for the titles
 * @param createHarness fresh keys for each test
 * @param runner `{describe, it, expect}` of jest or vitest
 * @example masterKeysContract('file', () => createFileHarness(), { describe, it, expect });
 */
export function masterKeysContract(
  name: string,
  createHarness: () => MasterKeysHarness | Promise<MasterKeysHarness>,
  { describe, it, expect }: ContractRunner,
): void {
  const test = (title: string, body: (harness: MasterKeysHarness) => Promise<void>): void =>
    it(title, async () => {
      const harness = await createHarness();
      try {
        await body(harness);
      } finally {
        await harness.dispose?.();
      }
    });

  describe(`master keys contract: ${name}`, () => {
    test('what was wrapped is opened again, and does not lie open in between', async ({ keys }) => {
      const { wrapped, masterKeyId } = await keys.wrap(dataKey());
      expect(masterKeyId).toBe(keys.currentId);
      expect(await keys.unwrap(wrapped, masterKeyId)).toEqual(dataKey());
      const plain = dataKey().join(',');
      expect(wrapped.join(',').includes(plain)).toBe(false);
    });

    test('one key wrapped twice looks different twice', async ({ keys }) => {
      const first = await keys.wrap(dataKey());
      const second = await keys.wrap(dataKey());
      expect(first.wrapped.join() === second.wrapped.join()).toBe(false);
    });

    test('wrapped bytes that were changed, anywhere, or cut are refused', async ({ keys }) => {
      const { wrapped, masterKeyId } = await keys.wrap(dataKey());
      for (const at of wrapped.keys()) {
        const changed = Uint8Array.from(wrapped);
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(await outcomeOf(keys.unwrap(changed, masterKeyId))).toBe('HOST_ERROR');
      }
      expect(await outcomeOf(keys.unwrap(wrapped.slice(0, -1), masterKeyId))).toBe('HOST_ERROR');
      expect(await outcomeOf(keys.unwrap(new Uint8Array(), masterKeyId))).toBe('HOST_ERROR');
    });

    test('a master key that is not known opens nothing', async ({ keys }) => {
      const { wrapped } = await keys.wrap(dataKey());
      expect(await outcomeOf(keys.unwrap(wrapped, 'nobodys-key'))).toBe('INVALID_ARGUMENT');
    });

    test('after a rotation the new key wraps, the old one opens, and neither opens what is of the other', async (harness) => {
      const before = await harness.keys.wrap(dataKey());
      const rotated = await harness.rotate();
      const after = await rotated.wrap(dataKey());
      expect(after.masterKeyId === before.masterKeyId).toBe(false);
      expect(after.masterKeyId).toBe(rotated.currentId);
      expect(await rotated.unwrap(before.wrapped, before.masterKeyId)).toEqual(dataKey());
      expect(await rotated.unwrap(after.wrapped, after.masterKeyId)).toEqual(dataKey());
      expect(await outcomeOf(rotated.unwrap(before.wrapped, after.masterKeyId))).toBe('HOST_ERROR');
      expect(await outcomeOf(rotated.unwrap(after.wrapped, before.masterKeyId))).toBe('HOST_ERROR');
    });
  });
}
