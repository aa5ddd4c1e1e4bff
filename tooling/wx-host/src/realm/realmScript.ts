/**
 * Runs first in every realm and answers the few functions with which the host makes things that belong to it. Functions made here
 * are the realm's own: their `constructor` cannot generate code either.
 */
export const realmScript = `(function () {
  const wasm = globalThis.WebAssembly;
  delete globalThis.WebAssembly;
  delete globalThis.SharedArrayBuffer;
  const { parse } = JSON;
  return {
    wasm,
    isOwn: (value) => value instanceof Object,
    buffer: (length) => new ArrayBuffer(length),
    bytes: (buffer) => new Uint8Array(buffer),
    object: () => ({}),
    array: () => [],
    error: (message) => new Error(message),
    parse,
    promise: (executor) => new Promise(executor),
    wrap: (call, name) => {
      const own = function () {
        const outcome = call(this, arguments);
        if (outcome.failed) throw outcome.value;
        return outcome.value;
      };
      Object.defineProperty(own, 'name', { value: name, configurable: true });
      return own;
    },
    watch: (target, note) => new Proxy(target, {
      get(object, name) {
        if (typeof name === 'string') note(name);
        return object[name];
      },
    }),
    proxy: (target, handler) => new Proxy(target, {
      get: (object, name) => handler.get(object, name),
      has: (object, name) => handler.has(object, name),
    }),
  };
})()`;
