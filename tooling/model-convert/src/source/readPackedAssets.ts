import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConversionError } from '../errors/ConversionError.js';
import { pinnedSource } from './pinnedSource.js';

/** The files inside the packed assets, by file name without its folder. */
export type PackedAssets = ReadonlyMap<string, Uint8Array>;

/** How the package's loader states what lies where: Emscripten's file packager writes one `loadPackage({...})` call. */
const LOAD_PACKAGE_CALL = /loadPackage\((\{"files":.*?\})\);/;

interface PackedFile {
  readonly filename: string;
  readonly start: number;
  readonly end: number;
}

function isPackedFile(value: unknown): value is PackedFile {
  if (typeof value !== 'object' || value === null) return false;
  const { filename, start, end } = value as Record<string, unknown>;
  return typeof filename === 'string' && Number.isInteger(start) && Number.isInteger(end);
}

function parseLoader(source: string): readonly PackedFile[] {
  const match = LOAD_PACKAGE_CALL.exec(source);
  const parsed: unknown = match === null ? null : JSON.parse(match[1] ?? '');
  const files: unknown =
    typeof parsed === 'object' && parsed !== null && 'files' in parsed ? parsed.files : null;
  if (Array.isArray(files) && files.length > 0 && files.every(isPackedFile)) return files;
  throw new ConversionError(
    'MALFORMED_FILE',
    `${pinnedSource.loaderFile} does not list its packed files as expected`,
  );
}

/**
 * Cuts the packed assets into files, at the offsets that the loader script beside them states.
 *
 * @param data the packed assets
 * @param loaderSource the loader script's text
 * @throws ConversionError MALFORMED_FILE
 * @example splitPackedAssets(data, loader).get('face_landmark.tflite')
 */
export function splitPackedAssets(data: Uint8Array, loaderSource: string): PackedAssets {
  return new Map(
    parseLoader(loaderSource).map(({ filename, start, end }) => {
      if (start < 0 || end < start || end > data.length) {
        throw new ConversionError(
          'MALFORMED_FILE',
          `${filename} is said to lie at ${start} to ${end} of ${data.length} bytes`,
        );
      }
      return [filename.slice(filename.lastIndexOf('/') + 1), data.subarray(start, end)];
    }),
  );
}

/**
 * Reads the packed assets of the pinned package and checks them against the pinned sha256.
 *
 * @param directory folder of the installed package
 * @throws ConversionError WRONG_SOURCE where the bytes are not the pinned ones, MALFORMED_FILE
 * @example await readPackedAssets('node_modules/@mediapipe/face_mesh')
 */
export async function readPackedAssets(directory: string): Promise<PackedAssets> {
  const data = await readFile(join(directory, pinnedSource.dataFile));
  const sha256 = createHash('sha256').update(data).digest('hex');
  if (sha256 !== pinnedSource.sha256) {
    throw new ConversionError(
      'WRONG_SOURCE',
      `${pinnedSource.dataFile} has sha256 ${sha256}, expected ${pinnedSource.sha256}`,
    );
  }
  return splitPackedAssets(data, await readFile(join(directory, pinnedSource.loaderFile), 'utf8'));
}
