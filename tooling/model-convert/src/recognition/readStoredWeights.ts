import { ConversionError } from '../errors/ConversionError.js';
import type { ConstantValues } from '../graph/Graph.js';

/** A weight as its file holds it. */
export interface StoredWeight {
  readonly shape: readonly number[];
  readonly values: Extract<ConstantValues, { dtype: 'uint8' | 'float32' | 'float16' | 'int32' }>;
}

/** Weights by name. */
export type StoredWeights = ReadonlyMap<string, StoredWeight>;

interface ManifestEntry {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly dtype: string; readonly scale?: number; readonly min?: number };
}

const BYTES: Readonly<Record<string, number>> = { uint8: 1, float16: 2, float32: 4, int32: 4 };

function storedAs({ name, dtype, quantization }: ManifestEntry): string {
  const stored = quantization?.dtype ?? dtype;
  if (BYTES[stored] !== undefined) return stored;
  throw new ConversionError('UNSUPPORTED', `weight ${name} is stored as ${stored}`);
}

function valuesOf(entry: ManifestEntry, bytes: Uint8Array): StoredWeight['values'] {
  // A copy: it begins at 0, where typed arrays of any width may begin.
  const { buffer } = Uint8Array.from(bytes);
  const { scale, min } = entry.quantization ?? {};
  switch (storedAs(entry)) {
    case 'uint8':
      if (scale === undefined || min === undefined) {
        throw new ConversionError('MALFORMED_FILE', `weight ${entry.name} states no scale`);
      }
      return { dtype: 'uint8', data: new Uint8Array(buffer), scale, min };
    case 'float16':
      return { dtype: 'float16', data: new Uint16Array(buffer) };
    case 'int32':
      return { dtype: 'int32', data: new Int32Array(buffer) };
    default:
      return { dtype: 'float32', data: new Float32Array(buffer) };
  }
}

function isEntry(value: unknown): value is ManifestEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { name, shape, dtype } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof dtype === 'string' && Array.isArray(shape);
}

/**
 * Reads weights by a TF.js weights manifest (a list of groups), which lie one after another in the file.
 *
 * @throws ConversionError MALFORMED_FILE, UNSUPPORTED for a storage type that is not known
 */
export function readStoredWeights(manifest: unknown, file: Uint8Array): StoredWeights {
  const groups: unknown[] = Array.isArray(manifest) ? manifest : [];
  const entries = groups.flatMap((group): unknown[] => {
    const weights: unknown =
      typeof group === 'object' && group !== null && 'weights' in group ? group.weights : null;
    return Array.isArray(weights) ? weights : [];
  });
  const found = new Map<string, StoredWeight>();
  let position = 0;
  for (const entry of entries) {
    if (!isEntry(entry))
      throw new ConversionError('MALFORMED_FILE', 'the weights manifest has a broken entry');
    const count = entry.shape.reduce((product, size) => product * size, 1);
    const end = position + count * (BYTES[storedAs(entry)] ?? 0);
    if (end > file.length) {
      throw new ConversionError(
        'MALFORMED_FILE',
        `weight ${entry.name} ends at byte ${end} of ${file.length}`,
      );
    }
    found.set(entry.name, { shape: entry.shape, values: valuesOf(entry, file.subarray(position, end)) });
    position = end;
  }
  if (entries.length === 0 || position !== file.length) {
    throw new ConversionError('MALFORMED_FILE', `the weights end at byte ${position} of ${file.length}`);
  }
  return found;
}
