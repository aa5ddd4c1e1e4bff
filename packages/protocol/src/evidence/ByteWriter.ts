import { HuotiError } from '../errors/HuotiError.js';

/** Writes the numbers of an evidence chunk; refuses those that a reader would. */
export interface ByteWriter {
  /** A whole number from 0 to `most`, low seven bits first. */
  unsigned(field: string, value: number, most: number): void;
  /** A whole number of either sign as zigzag: 0, -1, 1, -2, 2... */
  signed(value: number): void;
  byte(value: number): void;
  bytes(values: Uint8Array): void;
  /** A copy of what was written. */
  take(): Uint8Array;
}

const refuse = (field: string, what: string): HuotiError =>
  new HuotiError('INVALID_ARGUMENT', `evidence chunk, ${field}: ${what}`);

/** A writer whose buffer grows as it is filled. */
export function createByteWriter(): ByteWriter {
  let buffer = new Uint8Array(4096);
  let length = 0;
  const reserve = (count: number): void => {
    if (length + count <= buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * buffer.length, length + count));
    larger.set(buffer);
    buffer = larger;
  };
  const varint = (value: number): void => {
    reserve(8);
    let rest = value;
    while (rest >= 0x80) {
      buffer[length++] = (rest % 0x80) + 0x80;
      rest = Math.floor(rest / 0x80);
    }
    buffer[length++] = rest;
  };
  return {
    unsigned(field, value, most) {
      if (!Number.isInteger(value) || value < 0 || value > most) {
        throw refuse(field, `${value} is not a whole number from 0 to ${most}`);
      }
      varint(value);
    },
    signed: (value) => varint(value < 0 ? -2 * value - 1 : 2 * value),
    byte(value) {
      reserve(1);
      buffer[length++] = value;
    },
    bytes(values) {
      reserve(values.length);
      buffer.set(values, length);
      length += values.length;
    },
    take: () => buffer.slice(0, length),
  };
}
