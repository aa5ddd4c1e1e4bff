import { ConversionError } from '../errors/ConversionError.js';

/** One field of a protocol buffer message: a whole number, the bytes of a nested or packed field, or a 4-byte float. */
export type ProtobufField =
  | { readonly number: number; readonly kind: 'varint'; readonly value: number }
  | { readonly number: number; readonly kind: 'bytes'; readonly value: Uint8Array }
  | { readonly number: number; readonly kind: 'float'; readonly value: number };

const WIRE = { varint: 0, bytes: 2, fixed32: 5 } as const;
const CONTINUES = 0x80;
const MAX_VARINT_BYTES = 7;

/**
 * Reads a varint of up to 49 bits, which is all that a JavaScript number holds exactly.
 *
 * @returns the value, and the position behind it
 * @throws ConversionError MALFORMED_FILE
 */
export function readVarint(bytes: Uint8Array, start: number): { value: number; next: number } {
  let value = 0;
  for (let index = 0; index < MAX_VARINT_BYTES; index += 1) {
    const byte = bytes[start + index];
    if (byte === undefined) break;
    value += (byte & ~CONTINUES) * 2 ** (7 * index);
    if ((byte & CONTINUES) === 0) return { value, next: start + index + 1 };
  }
  throw new ConversionError('MALFORMED_FILE', `the varint at byte ${start} of ${bytes.length} does not end`);
}

/**
 * Splits a protocol buffer message into its fields, in file order; repeated fields appear once for each value.
 *
 * @throws ConversionError MALFORMED_FILE, UNSUPPORTED (a wire type other than varint, bytes and 32 bits)
 */
export function readProtobufMessage(bytes: Uint8Array): readonly ProtobufField[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const fields: ProtobufField[] = [];
  let position = 0;
  while (position < bytes.length) {
    const { value: tag, next } = readVarint(bytes, position);
    const number = Math.floor(tag / 8);
    const wire = tag % 8;
    if (wire === WIRE.varint) {
      const varint = readVarint(bytes, next);
      fields.push({ number, kind: 'varint', value: varint.value });
      position = varint.next;
    } else if (wire === WIRE.bytes) {
      const length = readVarint(bytes, next);
      position = length.next + length.value;
      if (position > bytes.length) {
        throw new ConversionError(
          'MALFORMED_FILE',
          `field ${number} at byte ${next} is longer than its message`,
        );
      }
      fields.push({ number, kind: 'bytes', value: bytes.subarray(length.next, position) });
    } else if (wire === WIRE.fixed32) {
      position = next + 4;
      if (position > bytes.length)
        throw new ConversionError('MALFORMED_FILE', `field ${number} at byte ${next} is cut off`);
      fields.push({ number, kind: 'float', value: view.getFloat32(next, true) });
    } else {
      throw new ConversionError('UNSUPPORTED', `field ${number} at byte ${position} has wire type ${wire}`);
    }
  }
  return fields;
}
