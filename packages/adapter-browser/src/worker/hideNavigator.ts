/**
 * Puts an empty object in front of a worker's `navigator`. TF.js 4.22 reads `userAgent`, `vendor` and `userAgentData`
 * there to know a phone, and its threaded kernels `hardwareConcurrency`; none is needed on the backends that are used,
 * and what is not needed is not read. It is called before any of that code runs: the reads are lazy.
 *
 * @param scope the worker's global object
 * @returns whether the engine let it be hidden
 */
export function hideNavigator(scope: object): boolean {
  return Reflect.defineProperty(scope, 'navigator', { value: Object.freeze({}), configurable: true });
}
