import { HuotiError } from '@huoti/protocol';

/** The pixels of one platform frame, not copied yet. */
export interface RawPicture {
  readonly bytes: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Bytes from another realm are told by name, not by class. */
const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

function bytesOf(data: unknown): Uint8ClampedArray | null {
  const kind = kindOf(data);
  if (kind === 'ArrayBuffer') return new Uint8ClampedArray(data as ArrayBuffer);
  if (kind !== 'Uint8Array' && kind !== 'Uint8ClampedArray') return null;
  const { buffer, byteOffset, byteLength } = data as Uint8Array;
  return new Uint8ClampedArray(buffer, byteOffset, byteLength);
}

/**
 * Reads what a platform calls a frame: whole sizes over 0, and exactly four bytes for each pixel.
 *
 * @throws HuotiError INVALID_ARGUMENT for anything else
 */
export function readCameraFrame(frame: unknown): RawPicture {
  const { width, height, data } = (frame ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof width !== 'number' || typeof height !== 'number' || !isSide(width) || !isSide(height)) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `the platform gave a frame of ${String(width)} x ${String(height)}`,
    );
  }
  const bytes = bytesOf(data);
  const wanted = width * height * 4;
  if (bytes === null || bytes.length !== wanted) {
    throw new HuotiError(
      'INVALID_ARGUMENT',
      `the platform gave a frame of ${width} x ${height} with ${bytes === null ? 'no' : bytes.length} bytes, ${wanted} are needed`,
    );
  }
  return { bytes, widthPx: width, heightPx: height };
}

const isSide = (side: number): boolean => Number.isInteger(side) && side > 0;
