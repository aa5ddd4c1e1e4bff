import type { ByteBuffer } from 'flatbuffers';
import { ConversionError } from '../errors/ConversionError.js';

const OFFSET_BYTES = 4;
const VTABLE_HEADER_BYTES = 4;
const VTABLE_SLOT_BYTES = 2;

/** Start (a byte offset into the file) and length (in elements) of a flatbuffer vector. */
interface VectorSpan {
  readonly start: number;
  readonly length: number;
}

const EMPTY_VECTOR: VectorSpan = { start: 0, length: 0 };

/**
 * One flatbuffer table, read by field number (the order of the fields in the schema, from 0). Generated readers trust
 * their bytes; this one checks every offset against the file's length, so that a cut or overwritten file gives a
 * {@link ConversionError} `MALFORMED_FILE` and never a wrong number.
 *
 * @example const version = FlatTable.root(new ByteBuffer(bytes)).uint32(0, 0);
 */
export class FlatTable {
  private readonly vtable: number;
  private readonly vtableBytes: number;

  private constructor(
    private readonly buffer: ByteBuffer,
    private readonly position: number,
  ) {
    this.check(position, OFFSET_BYTES, 'a table');
    this.vtable = position - buffer.readInt32(position);
    this.check(this.vtable, VTABLE_HEADER_BYTES, 'a vtable');
    this.vtableBytes = buffer.readUint16(this.vtable);
    if (this.vtableBytes < VTABLE_HEADER_BYTES)
      this.fail(this.vtable, 'a vtable shorter than its own header');
    this.check(this.vtable, this.vtableBytes, 'a vtable');
  }

  /** @throws ConversionError MALFORMED_FILE */
  static root(buffer: ByteBuffer): FlatTable {
    if (buffer.capacity() < OFFSET_BYTES) {
      throw new ConversionError('MALFORMED_FILE', `a flatbuffer of ${buffer.capacity()} bytes has no root`);
    }
    return new FlatTable(buffer, buffer.readUint32(0));
  }

  /** Whether the file states the field, as opposed to leaving it at its default. */
  has(field: number): boolean {
    return this.locate(field) !== 0;
  }

  int8(field: number, fallback: number): number {
    const at = this.scalar(field, 1);
    return at === 0 ? fallback : this.buffer.readInt8(at);
  }

  int32(field: number, fallback: number): number {
    const at = this.scalar(field, 4);
    return at === 0 ? fallback : this.buffer.readInt32(at);
  }

  uint32(field: number, fallback: number): number {
    const at = this.scalar(field, 4);
    return at === 0 ? fallback : this.buffer.readUint32(at);
  }

  /** `''` where the field is absent. */
  string(field: number): string {
    const { start, length } = this.vector(field, 1);
    return Buffer.from(this.buffer.bytes().subarray(start, start + length)).toString('utf8');
  }

  /** A view, not a copy; empty where the field is absent. */
  bytes(field: number): Uint8Array {
    const { start, length } = this.vector(field, 1);
    return this.buffer.bytes().subarray(start, start + length);
  }

  int32s(field: number): number[] {
    const { start, length } = this.vector(field, 4);
    return Array.from({ length }, (_, index) => this.buffer.readInt32(start + 4 * index));
  }

  table(field: number): FlatTable | null {
    const at = this.scalar(field, OFFSET_BYTES);
    return at === 0 ? null : new FlatTable(this.buffer, at + this.buffer.readUint32(at));
  }

  tables(field: number): FlatTable[] {
    const { start, length } = this.vector(field, OFFSET_BYTES);
    return Array.from({ length }, (_, index) => {
      const at = start + OFFSET_BYTES * index;
      return new FlatTable(this.buffer, at + this.buffer.readUint32(at));
    });
  }

  /** Offset of the field from the table's start, 0 where it is absent. */
  private locate(field: number): number {
    const slot = VTABLE_HEADER_BYTES + VTABLE_SLOT_BYTES * field;
    return slot + VTABLE_SLOT_BYTES > this.vtableBytes ? 0 : this.buffer.readUint16(this.vtable + slot);
  }

  private scalar(field: number, byteLength: number): number {
    const offset = this.locate(field);
    if (offset === 0) return 0;
    this.check(this.position + offset, byteLength, `field ${field}`);
    return this.position + offset;
  }

  private vector(field: number, elementBytes: number): VectorSpan {
    const at = this.scalar(field, OFFSET_BYTES);
    if (at === 0) return EMPTY_VECTOR;
    const start = at + this.buffer.readUint32(at);
    this.check(start, OFFSET_BYTES, `the length of field ${field}`);
    const length = this.buffer.readUint32(start);
    this.check(start + OFFSET_BYTES, length * elementBytes, `the ${length} elements of field ${field}`);
    return { start: start + OFFSET_BYTES, length };
  }

  private check(start: number, byteLength: number, what: string): void {
    if (start < 0 || start + byteLength > this.buffer.capacity()) this.fail(start, what);
  }

  private fail(start: number, what: string): never {
    throw new ConversionError(
      'MALFORMED_FILE',
      `the flatbuffer places ${what} at byte ${start}, which its ${this.buffer.capacity()} bytes do not hold`,
    );
  }
}
