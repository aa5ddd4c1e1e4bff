import { brotliDecompressSync } from 'node:zlib';
import type { HostCore } from '../HostCore.js';
import { asItIs } from '../realm/asItIs.js';
import type { Realm } from '../realm/Realm.js';
import { usesVectors } from './usesVectors.js';

/** The platform's WebAssembly: by path, `.wasm` or `.wasm.br`, never by bytes. */
export function wasmGlobal(
  { kind, row, options, files, record }: Pick<HostCore, 'kind' | 'row' | 'options' | 'files' | 'record'>,
  realm: Realm,
  allowed: (path: string) => boolean = () => true,
): Record<string, unknown> {
  const mode = options.wasm ?? (kind === 'alipay' ? 'none' : 'simd');
  if (mode === 'none') return {};

  const instantiate = async (given: unknown, imports: unknown): Promise<unknown> => {
    record.calls.push({ name: `${row.wasm}.instantiate`, values: [given] });
    if (typeof given !== 'string') {
      throw new TypeError(`${row.wasm}.instantiate: the first argument must be a path in the package`);
    }
    const path = files.normal(given);
    if (path === null || !/\.wasm(\.br)?$/.test(path) || !allowed(path)) {
      throw new TypeError(`${row.wasm}.instantiate: not a wasm path: ${given}`);
    }
    const packed = files.read(path);
    if (packed === null) throw new TypeError(`${row.wasm}.instantiate: no such file: ${given}`);
    const bytes = path.endsWith('.br') ? brotliDecompressSync(packed) : packed;
    if (mode === 'no-simd' && usesVectors(bytes)) {
      throw new TypeError('CompileError: Wasm SIMD unsupported');
    }
    const module = await WebAssembly.compile(new Uint8Array(bytes));
    // An instance of the realm's own: its memory is one that the realm's views know.
    const instance = new realm.wasm.Instance(module, imports as WebAssembly.Imports);
    return { instance: asItIs(instance), module: asItIs(module) };
  };
  const { Memory, Table, Global } = realm.wasm;
  return {
    [row.wasm]: { instantiate, Memory: asItIs(Memory), Table: asItIs(Table), Global: asItIs(Global) },
  };
}
