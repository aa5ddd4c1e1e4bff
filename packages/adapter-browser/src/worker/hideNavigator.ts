/**
 * Puts an empty object in front of a worker's `navigator`. TF.js 4.22 has code that reads `userAgent`, `vendor` and
 * `userAgentData` there to know a phone or a browser, and its threaded kernels read `hardwareConcurrency`. On the wasm
 * backends none of it runs (traced in Chromium 156, 2026-11-23: no read at all); this keeps it so for whatever a later
 * version or another path would read, since what is not needed is not read.
 *
 * @param scope the worker's global object
 * @returns whether the engine let it be hidden
 */
export function hideNavigator(scope: object): boolean {
  return Reflect.defineProperty(scope, 'navigator', { value: Object.freeze({}), configurable: true });
}
