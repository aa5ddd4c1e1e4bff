import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One row of `index.json`. */
export interface GoldenFile {
  readonly file: string;
  readonly from: 'page' | 'host';
  /** `ok`, `foreign` or a bridge error code. */
  readonly outcome: string;
  /** Of a message that is read. */
  readonly kind?: string;
  readonly name?: string;
  /** The file that this one means, spelled another way. */
  readonly readsAs?: string;
  /** Of a message that is refused: the request that is told so. */
  readonly request?: { readonly id: number; readonly name: string; readonly session: string };
  readonly maxControlBytes?: number;
  readonly maxFrameBytes?: number;
  /** Of a binary frame. */
  readonly messageBytes?: number;
  readonly pixelBytes?: number;
}

const path = (file: string): string =>
  fileURLToPath(new URL(`../../src/bridge/__fixtures__/${file}`, import.meta.url));
const text = (file: string): string => readFileSync(path(file), 'utf8');

/** The golden files of the bridge, for tests in any folder of this package. */
export const goldenBridge = {
  files: (JSON.parse(text('index.json')) as { files: GoldenFile[] }).files,
  /** A byte-order mark stays in it. */
  text,
  bytes: (file: string): Uint8Array => new Uint8Array(readFileSync(path(file))),
};
