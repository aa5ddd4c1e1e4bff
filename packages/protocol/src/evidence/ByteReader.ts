import { HuotiError } from '../errors/HuotiError.js';

/** Reads the numbers of an evidence chunk of unknown origin. Every refusal names the field and the offset. */
export interface ByteReader {
  readonly offset: number;
  readonly remaining: number;
  /** A whole number from 0 to `most`. */
  unsigned(field: string, most: number): number;
  /** A zigzag number of either sign, at most 2^31 either way. */
  signed(field: string): number;
  byte(field: string): number;
  /** A copy of the next bytes. */
  bytes(field: string, count: number): Uint8Array;
  /** PROTOCOL_MALFORMED at the current offset, or at `atOffset`. */
  malformed(field: string, what: string, atOffset?: number): HuotiError;
}

/** Seven bits each: 49 bits, more than any field holds. */
const MAX_VARINT_BYTES = 7;
const MAX_ZIGZAG = 2 ** 32;

/** A reader that never reads past its end. */
export function createByteReader(data: Uint8Array): ByteReader {
  const end = data.length;
  let offset = 0;

  const malformed = (field: string, what: string, atOffset = offset): HuotiError =>
    new HuotiError('PROTOCOL_MALFORMED', `evidence chunk, ${field} at byte ${atOffset}: ${what}`);

  function varint(field: string): number {
    const from = offset;
    const first = data[offset];
    if (first === undefined) throw malformed(field, 'the chunk ends here');
    offset++;
    if (first < 0x80) return first;
    let value = first - 0x80;
    let scale = 0x80;
    for (let count = 1; count < MAX_VARINT_BYTES; count++) {
      const next = data[offset];
      if (next === undefined) throw malformed(field, 'the chunk ends inside of a number');
      offset++;
      if (next < 0x80) {
        // One number has one spelling: a leading zero group is another.
        if (next === 0) throw malformed(field, 'a number that is spelled longer than it has to be', from);
        return value + next * scale;
      }
      value += (next - 0x80) * scale;
      scale *= 0x80;
    }
    throw malformed(field, `a number of over ${MAX_VARINT_BYTES} bytes`, from);
  }

  return {
    get offset() {
      return offset;
    },
    get remaining() {
      return end - offset;
    },
    unsigned(field, most) {
      const from = offset;
      const value = varint(field);
      if (value > most) throw malformed(field, `${value}, at most ${most} is allowed`, from);
      return value;
    },
    signed(field) {
      const from = offset;
      const value = varint(field);
      if (value > MAX_ZIGZAG) throw malformed(field, `${value} is too large for a difference`, from);
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    },
    byte(field) {
      const value = data[offset];
      if (value === undefined) throw malformed(field, 'the chunk ends here');
      offset++;
      return value;
    },
    bytes(field, count) {
      if (count > end - offset) throw malformed(field, `${count} bytes, ${end - offset} are left`);
      const copy = data.slice(offset, offset + count);
      offset += count;
      return copy;
    },
    malformed,
  };
}
