import { toReference } from 'flatbuffers/js/flexbuffers.js';
import { ConversionError } from '../errors/ConversionError.js';

/** The plain values that options of a custom operation are made of. */
export type CustomOptions = Readonly<Record<string, number | string | boolean | readonly number[]>>;

/**
 * Reads the FlexBuffer map in which a custom operation keeps its options. Keys come out sorted, so that the converted
 * file does not depend on the library's order.
 *
 * @param bytes empty where the operation has no options
 * @throws ConversionError MALFORMED_FILE
 * @example readCustomOptions(operator.customOptions).output_height // 16
 */
export function readCustomOptions(bytes: Uint8Array): CustomOptions {
  if (bytes.length === 0) return {};
  const root = readRoot(bytes);
  const entries = Object.entries(root.toObject()).map(([key, entry]: [string, unknown]) => {
    // The library gives null for a float that is 0, but reads the float itself rightly.
    const value = entry ?? root.get(key).floatValue();
    if (!isPlain(value))
      throw new ConversionError('UNSUPPORTED', `custom option ${key} is neither a scalar nor numbers`);
    return [key, value] as const;
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The part of the library's map that is used here; its own types leave out that a map is read by key. */
interface FlexMap {
  toObject(): object;
  get(key: string): { floatValue(): number | null };
}

function isFlexMap(value: { isMap(): boolean }): value is FlexMap & { isMap(): boolean } {
  return value.isMap();
}

function readRoot(bytes: Uint8Array): FlexMap {
  let root;
  try {
    // A copy: the library takes an ArrayBuffer, and these bytes are a view into the model file.
    root = toReference(Uint8Array.from(bytes).buffer);
    root.toObject();
  } catch (cause) {
    throw new ConversionError(
      'MALFORMED_FILE',
      `custom options of ${bytes.length} bytes are not a FlexBuffer`,
      { cause },
    );
  }
  if (isFlexMap(root)) return root;
  throw new ConversionError('MALFORMED_FILE', `custom options of ${bytes.length} bytes hold no map`);
}

function isPlain(value: unknown): value is CustomOptions[string] {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'number');
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
}
