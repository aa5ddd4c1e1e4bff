import { types } from 'node:util';
import { AsItIs } from './asItIs.js';

/** What the realm's first script answers. */
export interface RealmTools {
  readonly wasm: typeof WebAssembly;
  isOwn(value: unknown): boolean;
  buffer(length: number): ArrayBuffer;
  bytes(buffer: ArrayBuffer): Uint8Array;
  object(): Record<string, unknown>;
  array(): unknown[];
  error(message: string): unknown;
  parse(text: string): unknown;
  promise(executor: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void): unknown;
  wrap(
    call: (self: unknown, values: ArrayLike<unknown>) => { failed: boolean; value: unknown },
    name: string,
  ): unknown;
  watch(target: object, note: (name: string) => void): unknown;
  proxy(target: object, handler: object): object;
}

/** How a value of the host becomes one of the realm, see {@link Realm.expose}. */
export function exposeWith(tools: RealmTools): (value: unknown) => unknown {
  const wrapped = new WeakMap<object, unknown>();

  const bufferOf = (bytes: Uint8Array): ArrayBuffer => {
    const own = tools.buffer(bytes.byteLength);
    tools.bytes(own).set(bytes);
    return own;
  };
  const failure = (thrown: unknown): unknown =>
    tools.isOwn(thrown) ? thrown : tools.error(thrown instanceof Error ? thrown.message : String(thrown));

  const wrap = (work: (...values: unknown[]) => unknown): unknown => {
    const known = wrapped.get(work);
    if (known !== undefined) return known;
    const own = tools.wrap((self, values) => {
      try {
        return { failed: false, value: expose(Reflect.apply(work, self, Array.from(values))) };
      } catch (thrown) {
        return { failed: true, value: failure(thrown) };
      }
    }, work.name);
    wrapped.set(work, own);
    return own;
  };

  const expose = (value: unknown): unknown => {
    if (value instanceof AsItIs) return value.value;
    if (typeof value === 'function') {
      return tools.isOwn(value) ? value : wrap(value as (...values: unknown[]) => unknown);
    }
    if (typeof value !== 'object' || value === null || tools.isOwn(value)) return value;
    if (types.isAnyArrayBuffer(value)) return bufferOf(new Uint8Array(value));
    if (ArrayBuffer.isView(value)) {
      return bufferOf(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    }
    if (types.isPromise(value)) {
      return tools.promise((resolve, reject) => {
        value.then(
          (result) => resolve(expose(result)),
          (reason: unknown) => reject(failure(reason)),
        );
      });
    }
    if (types.isNativeError(value)) return failure(value);
    if (Array.isArray(value)) {
      const own = tools.array();
      for (const item of value) own.push(expose(item));
      return own;
    }
    const own = tools.object();
    for (const [name, item] of Object.entries(value)) own[name] = expose(item);
    return own;
  };
  return expose;
}
