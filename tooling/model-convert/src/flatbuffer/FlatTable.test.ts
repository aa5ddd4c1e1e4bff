import { describe, expect, it } from '@jest/globals';
import { Builder, ByteBuffer } from 'flatbuffers';
import { FlatTable } from './FlatTable.js';

/** A table with field 0 = int8 -5, field 1 = int32 70000, field 2 = 'face', field 3 = [7, -8], field 5 = left out. */
function sample(): Uint8Array {
  const builder = new Builder(64);
  const name = builder.createString('face');
  builder.startVector(4, 2, 4);
  builder.addInt32(-8);
  builder.addInt32(7);
  const numbers = builder.endVector();
  builder.startObject(6);
  builder.addFieldInt8(0, -5, 0);
  builder.addFieldInt32(1, 70000, 0);
  builder.addFieldOffset(2, name, 0);
  builder.addFieldOffset(3, numbers, 0);
  builder.finish(builder.endObject());
  return builder.asUint8Array();
}

function root(bytes: Uint8Array): FlatTable {
  return FlatTable.root(new ByteBuffer(bytes));
}

function withUint32(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const changed = Uint8Array.from(bytes);
  new DataView(changed.buffer).setUint32(at, value, true);
  return changed;
}

const malformed = expect.objectContaining({ code: 'MALFORMED_FILE' });

describe('FlatTable', () => {
  it('reads each kind of field', () => {
    const table = root(sample());
    expect(table.int8(0, 0)).toBe(-5);
    expect(table.int32(1, 0)).toBe(70000);
    expect(table.uint32(1, 0)).toBe(70000);
    expect(table.string(2)).toBe('face');
    expect([...table.bytes(2)]).toEqual([...Buffer.from('face')]);
    expect(table.int32s(3)).toEqual([7, -8]);
  });

  it('gives the default for a field left out, and for one younger than the file', () => {
    const table = root(sample());
    expect(table.has(4)).toBe(false);
    expect(table.int32(4, 12)).toBe(12);
    expect(table.int8(99, 3)).toBe(3);
    expect(table.string(99)).toBe('');
    expect(table.int32s(99)).toEqual([]);
    expect(table.table(99)).toBeNull();
    expect(table.tables(99)).toEqual([]);
  });

  it('refuses a file without room for a root', () => {
    expect(() => root(Uint8Array.of(1, 2, 3))).toThrow(malformed);
  });

  it('refuses a root offset beyond the end', () => {
    expect(() => root(withUint32(sample(), 0, 0x7fffffff))).toThrow(/places a table at byte 2147483647/);
  });

  it('refuses a vtable before the beginning and one beyond the end', () => {
    const bytes = sample();
    const position = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    expect(() => root(withUint32(bytes, position, 0x0fffffff))).toThrow(malformed);
    expect(() => root(withUint32(bytes, position, 0xf0000000))).toThrow(malformed);
  });

  it('refuses a vector longer than the file', () => {
    const bytes = sample();
    const table = root(bytes);
    const length = Buffer.from(bytes).indexOf(Buffer.from([2, 0, 0, 0, 7, 0, 0, 0]));
    expect(table.int32s(3)).toHaveLength(2);
    expect(() => root(withUint32(bytes, length, 0x40000000)).int32s(3)).toThrow(
      /the 1073741824 elements of field 3/,
    );
  });

  it('never reads outside, wherever the file is cut', () => {
    const bytes = sample();
    // The last four bytes are the string's end mark and its padding, which nothing reads.
    for (let length = 0; length < bytes.length - 4; length += 1) {
      const read = (): unknown => {
        const table = root(bytes.slice(0, length));
        return [table.int8(0, 0), table.int32(1, 0), table.string(2), table.int32s(3)];
      };
      expect(read).toThrow(malformed);
    }
  });
});
