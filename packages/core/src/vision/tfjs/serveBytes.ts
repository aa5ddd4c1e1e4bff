import { env } from '@tensorflow/tfjs-core';

type Platform = ReturnType<typeof env>['platform'];
type Fetch = Platform['fetch'];

/**
 * While `work` runs, TF.js's fetch answers `address` with the given bytes, and passes every other address on. TF.js takes
 * its wasm file from an address only; this way what it gets has been checked, and nothing goes over the network.
 */
export async function serveBytes<T>(address: string, bytes: ArrayBuffer, work: () => Promise<T>): Promise<T> {
  const environment = env();
  const outer: Platform | undefined = environment.platform;
  const platform = outer ?? minimalPlatform();
  const own = Object.getOwnPropertyDescriptor(platform, 'fetch');
  const inner = platform.fetch;
  const answer = { ok: true, status: 200, arrayBuffer: () => Promise.resolve(bytes) };
  const fetchServed: Fetch = (path, ...rest) =>
    path === address
      ? Promise.resolve(answer as Awaited<ReturnType<Fetch>>)
      : inner.call(platform, path, ...rest);
  if (!outer) environment.platform = platform;
  Object.defineProperty(platform, 'fetch', { value: fetchServed, configurable: true, writable: true });
  try {
    return await work();
  } finally {
    if (own) Object.defineProperty(platform, 'fetch', own);
    else Reflect.deleteProperty(platform, 'fetch');
  }
}

/** For hosts that TF.js knows nothing of (no `window`, no Node), such as a mini-program. It never fetches. */
function minimalPlatform(): Platform {
  class HostPlatform implements Platform {
    fetch(path: string): ReturnType<Fetch> {
      return Promise.reject(new TypeError(`this host fetches nothing: ${path}`));
    }
    now(): number {
      return Date.now();
    }
    encode(text: string): Uint8Array {
      return Uint8Array.from(unescape(encodeURIComponent(text)).split(''), (one) => one.charCodeAt(0));
    }
    decode(bytes: Uint8Array): string {
      return decodeURIComponent(escape(String.fromCharCode(...Array.from(bytes))));
    }
    isTypedArray(value: unknown): value is Float32Array | Int32Array | Uint8Array | Uint8ClampedArray {
      return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) !== '[object DataView]';
    }
  }
  return new HostPlatform();
}
