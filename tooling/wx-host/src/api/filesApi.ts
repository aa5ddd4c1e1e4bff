import { brotliDecompressSync } from 'node:zlib';
import type { ApiMembers, HostCore } from '../HostCore.js';
import { CallFailure } from './CallFailure.js';

/** Where a mini-program may write. */
const USER_DATA_PATH = 'wxfile://usr';

type Given = Readonly<Record<string, unknown>> & {
  readonly filePath?: string;
  readonly encoding?: BufferEncoding;
  readonly data?: unknown;
};

/** A copy that no later change of the mini-program's reaches. */
const copyOf = (data: unknown): Buffer => {
  if (typeof data === 'string') return Buffer.from(data);
  if (ArrayBuffer.isView(data))
    return Buffer.from(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  return Buffer.from(new Uint8Array(data as ArrayBuffer));
};

/** Files: those of the package that have been fetched, and what the mini-program wrote itself, which is recorded. */
export function filesApi(core: HostCore): ApiMembers {
  const { answering, files, record } = core;
  const own = new Map<string, Buffer>();

  const read = (path: unknown): Buffer | CallFailure => {
    const name = String(path);
    const bytes = name.startsWith(USER_DATA_PATH) ? (own.get(name) ?? null) : files.read(name);
    return bytes ?? new CallFailure(`no such file or directory, open '${name}'`, { errno: 1300002 });
  };
  const unpack = (path: unknown): Buffer | CallFailure => {
    const packed = read(path);
    if (packed instanceof CallFailure) return packed;
    try {
      return brotliDecompressSync(packed);
    } catch {
      return new CallFailure('brotli decompress fail', { errno: 1301014 });
    }
  };
  const write = (api: string, given: Given, append: boolean): CallFailure | Record<string, never> => {
    const place = String(given.filePath);
    const data = copyOf(given.data ?? '');
    record.fileWrites.push({ api, place, data });
    if (!place.startsWith(USER_DATA_PATH)) {
      return new CallFailure(`permission denied, open '${place}'`, { errno: 1300013 });
    }
    own.set(place, append ? Buffer.concat([own.get(place) ?? Buffer.alloc(0), data]) : data);
    return {};
  };
  const dataOf = (
    bytes: Buffer | CallFailure,
    encoding?: BufferEncoding,
  ): CallFailure | { data: unknown } => {
    if (bytes instanceof CallFailure) return bytes;
    return { data: encoding === undefined ? bytes : bytes.toString(encoding) };
  };
  const orThrow = (api: string, outcome: CallFailure | Readonly<Record<string, unknown>>): unknown => {
    if (outcome instanceof CallFailure) throw new TypeError(`${api}:fail ${outcome.reason}`);
    return outcome['data'];
  };

  const manager = {
    readFile: (given: Given) =>
      answering.answer('readFile', given, () => dataOf(read(given.filePath), given.encoding)),
    readFileSync: (path: string, encoding?: BufferEncoding) =>
      orThrow('readFileSync', dataOf(read(path), encoding)),
    readCompressedFile: (given: Given) =>
      answering.answer('readCompressedFile', given, () => dataOf(unpack(given.filePath))),
    readCompressedFileSync: (given: Given) =>
      orThrow('readCompressedFileSync', dataOf(unpack(given.filePath))),
    access: (given: Given & { path?: string }) =>
      answering.answer('access', given, () => {
        const found = read(given.path);
        return found instanceof CallFailure ? found : {};
      }),
    accessSync: (path: string) => orThrow('accessSync', dataOf(read(path))) && undefined,
    writeFile: (given: Given) => answering.answer('writeFile', given, () => write('writeFile', given, false)),
    writeFileSync: (filePath: string, data: unknown) =>
      orThrow('writeFileSync', write('writeFileSync', { filePath, data }, false)),
    appendFile: (given: Given) =>
      answering.answer('appendFile', given, () => write('appendFile', given, true)),
    appendFileSync: (filePath: string, data: unknown) =>
      orThrow('appendFileSync', write('appendFileSync', { filePath, data }, true)),
    unlink: (given: Given) =>
      answering.answer('unlink', given, () =>
        own.delete(String(given.filePath)) ? {} : new CallFailure('no such file or directory'),
      ),
    unlinkSync: (path: string) => {
      own.delete(path);
    },
  };
  return { env: { USER_DATA_PATH }, getFileSystemManager: () => manager };
}
